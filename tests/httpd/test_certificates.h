#pragma once

#include <QByteArray>

/// Throw-away P-256 certificates, made in memory for one test run.
struct TestIdentity {
    QByteArray certificatePem;
    QByteArray privateKeyPem;
};

TestIdentity makeAuthority(const QByteArray &name);
/// A leaf for "localhost" and 127.0.0.1, good for servers and clients.
TestIdentity makeLeaf(const QByteArray &name, const TestIdentity &authority);
