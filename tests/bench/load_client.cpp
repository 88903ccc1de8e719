// Signed webhooks over keep-alive connections, as fast as the answers come, from one thread with
// plain POSIX sockets; or (--serve) the other end that does nothing, which shows how fast this
// client itself is. Prints one line of JSON.
//
//   destek-bench-load --port P --connections C --seconds S --secret FILE --prefix TEXT
//                     [--customers N] [--prepared N]
//   destek-bench-load --serve

#include "tests/bench/percentiles.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <openssl/hmac.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace
{

using destek::bench::nowNs;

struct Options {
    std::map<std::string, std::string> values;
    [[nodiscard]] std::string text(const char *name, const char *otherwise = "") const
    {
        const auto found = values.find(name);
        return found == values.end() ? otherwise : found->second;
    }
    [[nodiscard]] int number(const char *name, int otherwise) const
    {
        const auto found = values.find(name);
        return found == values.end() ? otherwise : std::atoi(found->second.c_str());
    }
};

std::string hex(const unsigned char *bytes, unsigned size)
{
    static const char digits[] = "0123456789abcdef";
    std::string out;
    for (unsigned i = 0; i < size; ++i) {
        out += digits[bytes[i] >> 4];
        out += digits[bytes[i] & 15];
    }
    return out;
}

/// One text message of one customer, in Meta's shape.
std::string webhookBody(const std::string &prefix, int number, int customers, long now)
{
    char buffer[1400];
    const int customer = number % customers;
    const int size = std::snprintf(
        buffer, sizeof buffer,
        R"({"object":"whatsapp_business_account","entry":[{"id":"500600700800","changes":[{"value":)"
        R"({"messaging_product":"whatsapp","metadata":{"display_phone_number":"905550000000",)"
        R"("phone_number_id":"100200300400"},"contacts":[{"profile":{"name":"M\u00fc\u015fteri %d"},)"
        R"("user_id":"TR.%016d","wa_id":"90555%07d"}],"messages":[{"from":"90555%07d",)"
        R"("from_user_id":"TR.%016d","id":"wamid.%s.%d","timestamp":"%ld","text":{"body":)"
        R"("Merhaba, %d numaral\u0131 sipari\u015fim ne zaman gelir?"},"type":"text"}]},)"
        R"("field":"messages"}]}]})",
        customer, customer, customer, customer, customer, prefix.c_str(), number, now, number);
    return {buffer, std::size_t(size)};
}

std::string signedPost(const std::string &body, const std::string &secret)
{
    unsigned char mac[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    HMAC(EVP_sha256(), secret.data(), int(secret.size()),
         reinterpret_cast<const unsigned char *>(body.data()), body.size(), mac, &size);
    return "POST /webhook HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
           "X-Hub-Signature-256: sha256=" +
           hex(mac, size) + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
           body;
}

int dial(int port, int index)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in from{};
    from.sin_family = AF_INET;
    // Several loopback addresses, so that the limit per address is not what is measured.
    from.sin_addr.s_addr = htonl(0x7f000002U + unsigned(index % 16));
    (void)::bind(fd, reinterpret_cast<sockaddr *>(&from), sizeof from);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(std::uint16_t(port));
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(fd, reinterpret_cast<sockaddr *>(&to), sizeof to) != 0) {
        ::close(fd);
        return -1;
    }
    const int yes = 1;
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    return fd;
}

/// Length of the whole message at the start of `text`, 0 if more is needed.
std::size_t messageSize(std::string_view text)
{
    const std::size_t head = text.find("\r\n\r\n");
    if (head == std::string_view::npos)
        return 0;
    const std::size_t field = text.find("Content-Length: ");
    const std::size_t body = field < head ? std::size_t(std::atoi(text.data() + field + 16)) : 0;
    return text.size() >= head + 4 + body ? head + 4 + body : 0;
}

class Load
{
public:
    explicit Load(const Options &options)
        : m_port(options.number("--port", 0)), m_connections(options.number("--connections", 1)),
          m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    {
        std::string secret;
        std::getline(std::ifstream(options.text("--secret")), secret, '\0');
        const int prepared = options.number("--prepared", 20'000);
        const int customers = options.number("--customers", 1000);
        m_posts.reserve(std::size_t(prepared));
        for (int i = 0; i < prepared; ++i) {
            const auto body =
                webhookBody(options.text("--prefix", "x"), i, customers, long(::time(nullptr)));
            m_bodyBytes = body.size();
            m_posts.push_back(signedPost(body, secret));
        }
    }

    bool run(int seconds)
    {
        m_began = nowNs();
        m_until = m_began + std::int64_t(seconds) * 1'000'000'000;
        for (int i = 0; i < m_connections; ++i) {
            if (!open(i))
                return false;
        }
        epoll_event events[64];
        while (!m_open.empty()) {
            const int count = ::epoll_wait(m_epoll, events, 64, 5000);
            if (count == 0)
                return false; // nobody answers any more
            for (int i = 0; i < count; ++i)
                read(events[i].data.fd);
        }
        m_ended = nowNs();
        return true;
    }

    void report(double cpu)
    {
        const double seconds = double(m_ended - m_began) / 1e9;
        const auto count = m_times.size();
        const double p50 = destek::bench::percentileMs(m_times, 50);
        const double p95 = destek::bench::percentileMs(m_times, 95);
        const double p99 = destek::bench::percentileMs(m_times, 99);
        std::printf("{\"answered\":%zu,\"refused\":%d,\"lost\":%d,\"seconds\":%.3f,"
                    "\"per_s\":%.1f,\"p50_ms\":%.3f,\"p95_ms\":%.3f,\"p99_ms\":%.3f,"
                    "\"cpu_us_each\":%.2f,\"body_bytes\":%zu,\"ran_out\":%s}\n",
                    count, m_refused, m_lost, seconds, double(count) / seconds, p50, p95, p99,
                    count ? cpu * 1000 / double(count) : 0.0, m_bodyBytes,
                    m_next >= m_posts.size() ? "true" : "false");
    }

private:
    struct Peer {
        int index = 0;
        std::int64_t sent = 0;
        std::string answer;
    };

    bool open(int index)
    {
        const int fd = dial(m_port, index);
        if (fd < 0)
            return false;
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.fd = fd;
        ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, fd, &event);
        m_open[fd].index = index;
        send(fd);
        return true;
    }

    void close(int fd)
    {
        ::close(fd);
        m_open.erase(fd);
    }

    void send(int fd)
    {
        Peer &peer = m_open[fd];
        if (m_next >= m_posts.size() || nowNs() >= m_until)
            return close(fd);
        const std::string &post = m_posts[m_next++];
        peer.answer.clear();
        peer.sent = nowNs();
        // Blocking: one request fits into any socket buffer.
        if (::send(fd, post.data(), post.size(), MSG_NOSIGNAL) != ssize_t(post.size()))
            lose(fd);
    }

    void lose(int fd)
    {
        const int index = m_open[fd].index;
        ++m_lost;
        close(fd);
        if (m_lost < 100)
            (void)open(index);
    }

    void read(int fd)
    {
        Peer &peer = m_open[fd];
        char buffer[4096];
        const ssize_t size = ::recv(fd, buffer, sizeof buffer, 0);
        if (size <= 0)
            return lose(fd);
        peer.answer.append(buffer, std::size_t(size));
        if (messageSize(peer.answer) == 0)
            return;
        if (peer.answer.compare(9, 3, "200") == 0)
            m_times.push_back(nowNs() - peer.sent);
        else
            ++m_refused;
        if (peer.answer.find("Connection: close") != std::string::npos) {
            const int index = peer.index;
            close(fd);
            (void)open(index);
            return;
        }
        send(fd);
    }

    int m_port;
    int m_connections;
    int m_epoll;
    std::vector<std::string> m_posts;
    std::size_t m_next = 0;
    std::size_t m_bodyBytes = 0;
    std::unordered_map<int, Peer> m_open;
    std::vector<std::int64_t> m_times;
    std::int64_t m_began = 0;
    std::int64_t m_until = 0;
    std::int64_t m_ended = 0;
    int m_refused = 0;
    int m_lost = 0;
};

/// Answers every request at once with the same few bytes. Ends with standard input.
int serveNothing()
{
    static const std::string kAnswer =
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 7\r\n\r\nstored\n";
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in here{};
    here.sin_family = AF_INET;
    here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::bind(listener, reinterpret_cast<sockaddr *>(&here), sizeof here) != 0 ||
        ::listen(listener, 1024) != 0)
        return 1;
    socklen_t length = sizeof here;
    ::getsockname(listener, reinterpret_cast<sockaddr *>(&here), &length);
    std::printf("{\"event\":\"ready\",\"port\":%d}\n", ntohs(here.sin_port));
    std::fflush(stdout);
    const int epoll = ::epoll_create1(EPOLL_CLOEXEC);
    const auto watch = [epoll](int fd) {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.fd = fd;
        ::epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event);
    };
    watch(listener);
    watch(STDIN_FILENO);
    std::unordered_map<int, std::string> pending;
    epoll_event events[64];
    for (;;) {
        const int count = ::epoll_wait(epoll, events, 64, -1);
        for (int i = 0; i < count; ++i) {
            const int fd = events[i].data.fd;
            if (fd == STDIN_FILENO)
                return 0;
            if (fd == listener) {
                const int peer = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
                const int yes = 1;
                ::setsockopt(peer, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
                watch(peer);
                continue;
            }
            char buffer[16384];
            const ssize_t size = ::recv(fd, buffer, sizeof buffer, 0);
            std::string &text = pending[fd];
            if (size <= 0) {
                pending.erase(fd);
                ::close(fd);
                continue;
            }
            text.append(buffer, std::size_t(size));
            while (const std::size_t whole = messageSize(text)) {
                text.erase(0, whole);
                (void)::send(fd, kAnswer.data(), kAnswer.size(), MSG_NOSIGNAL);
            }
        }
    }
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 2 && std::string_view(argv[1]) == "--serve")
        return serveNothing();
    Options options;
    for (int i = 1; i + 1 < argc; i += 2)
        options.values[argv[i]] = argv[i + 1];
    Load load(options);
    const double before = destek::bench::cpuMs();
    if (!load.run(options.number("--seconds", 3)))
        return 1;
    load.report(destek::bench::cpuMs() - before);
    return 0;
}
