#pragma once

#include <functional>
#include <memory>

namespace boost::asio
{
class io_context;
}

namespace destek::httpd
{

/// The network thread's queue. Shared by the server and by every handle given out, so that a
/// late answer always has somewhere harmless to go.
class Loop
{
public:
    Loop();
    ~Loop();
    Loop(const Loop &) = delete;
    Loop &operator=(const Loop &) = delete;

    /// Any thread. False once the loop has been shut: the work was not and will not be run.
    bool post(std::function<void()> work);
    /// Runs until there is nothing left to do and release() has been called.
    void run();
    void release();
    /// After run() has returned, or instead of it: runs what is left and refuses anything new.
    void shut();

    [[nodiscard]] boost::asio::io_context &context();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace destek::httpd
