#include "httpd/loop.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <mutex>
#include <optional>

namespace destek::httpd
{

namespace asio = boost::asio;

class Loop::Private
{
public:
    asio::io_context context{1};
    std::optional<asio::executor_work_guard<asio::io_context::executor_type>> work{
        context.get_executor()};
    std::mutex mutex;
    bool isShut = false;
};

Loop::Loop() : d(std::make_unique<Private>()) {}
Loop::~Loop() = default;

bool Loop::post(std::function<void()> work)
{
    const std::scoped_lock lock(d->mutex);
    if (d->isShut)
        return false;
    asio::post(d->context, std::move(work));
    return true;
}

void Loop::run()
{
    for (;;) {
        try {
            d->context.run();
            return;
        } catch (...) {
            // Whatever a caller's function threw was its own affair; the network goes on.
        }
    }
}

void Loop::release()
{
    d->work.reset();
}

void Loop::shut()
{
    {
        const std::scoped_lock lock(d->mutex);
        d->isShut = true;
    }
    d->work.reset();
    d->context.restart();
    for (;;) {
        try {
            d->context.poll();
            return;
        } catch (...) {
        }
    }
}

asio::io_context &Loop::context()
{
    return d->context;
}

} // namespace destek::httpd
