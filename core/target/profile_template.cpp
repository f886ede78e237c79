#include "core/target/target_profile.h"

namespace awb
{

// Every key there is. A line "#key: …" is switched on by taking the # away; a line "# words" explains. A test
// switches all of them on and parses the result.
QByteArray commentedProfileTemplate()
{
    return QByteArrayLiteral(
        R"(# What to audit. Every part is optional: take away the # in front of what you have.
# Safe to commit: this file holds no secret, only where each one is kept.
# A secret is one of: env:NAME (a variable), file:PATH (relative to this file; keep it readable for you alone),
# keychain:NAME (the system keychain), ask (asked for when it is needed).

#name: Checkout service
#team: Payments
#reviewer: A. Reviewer
#lead: B. Lead
# Default: today.
#date: 2026-11-24
# What was deployed when this was measured: a literal, or the header that tells.
#version: header:X-App-Version
# production | staging | development | local. On production, whatever is allowed also needs --production.
#environment: staging
# Window for counters (1s to 24h); a rule that needs longer says so.
#observe: 60s

#http:
#  base_url: https://shop.example/api
# A URL, or a file relative to this one.
#  openapi: https://shop.example/openapi.json
#  metrics_url: https://shop.example/metrics
# kind: bearer | basic (user:) | header (name:) | query (name:) | cookie (name:) | client-cert (certificate:, key:)
#  auth: {kind: bearer, secret: env:SHOP_TOKEN}
# A second account, to ask for the first one's objects (--allow second-user).
#  second_auth: {kind: basic, user: second, secret: env:SHOP_PASSWORD_B}
#  health: {live: /healthz, ready: /readyz}
#  allowed_origins: [https://shop.example]
#  ca_file: corp-ca.pem
# Instead of a CA: the certificate's public key.
#  pin: sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
# Load through https or socks5h needs the engine curl.
#  proxy: http://proxy.example:3128
# Where the host answers plain HTTP, which must lead to https; 80 where base_url names no port of its own.
#  plain_port: 80
# Other instances of the service, asked directly: the credential is sent there too, to see whether it works.
#  instances: [https://shop-2.example/api]
# Overrides of and additions to OpenAPI. weight: share of the load; rate: requests a second; kind: judged as a
# read or a write; skip: no probe asks it, every probe lists it.
#  endpoints:
#    - {path: /products, method: GET, public: true, weight: 5, rate: 20}
#    - {path: /orders, method: POST, body: '{"sku": 1}', rate: 5}
#    - {path: /search, method: POST, kind: read, body: '{"text": "shoe"}'}
#    - {path: /logout, method: GET, skip: true}

# Only sent with --allow load. engine: native, this program's own (the default); curl, its second one, which
# speaks HTTP/2 where the server does; or a tool of yours on the PATH: wrk (a closed loop: it can prove that a
# service is slow, never that it is fast) or k6.
#load: {engine: native, duration: 60s, rate: 50, seed: 7}

# One map, or a list of them. app_roles: the roles that the application logs in as (found if left out).
#postgres:
#  url: postgresql://audit@db.example/shop?sslmode=verify-full
#  secret: keychain:shop-db
#  app_roles: [shop]

#pgbouncer:
#  url: postgresql://stats@db.example:6432/pgbouncer
#  secret: keychain:shop-bouncer

# prefixes: which entity each key prefix stands for. not_cache: patterns of keys that are no cache.
#redis:
#  url: rediss://cache.example:6380/0
#  secret: keychain:shop-redis
#  prefixes: {"user:": User, "cart:": Cart}
#  not_cache: ["queue:*"]
#  ca_file: corp-ca.pem

# selector: which series are this service's. rules: rule files, relative to this one, read where there is no url
# or nobody answers there; a file does not show that it is loaded, so it never gives a pass.
#prometheus: {url: http://prometheus.example:9090, selector: 'job="shop"', rules: [alerts/shop.yml]}
# kind: jaeger | tempo | zipkin | datadog (with secret: its API key, and app_secret: its application key)
#traces: {kind: jaeger, url: http://jaeger.example:16686}
#logs: {file: app.log}
#repository: {path: ../shop, rules: audit-rules/, migrations: {since: 2026-07-01}}

# In the check's own units; what is looser than the checklist is shown as such.
#thresholds: {"1.1": 150ms, "2.3": {rows: 5000}}
# A check that does not apply, and why.
#not_applicable: {"4.10": "not serverless"}
# For the pool calculator; what cannot be measured from outside.
#sizing: {peak_rps: 500, avg_query_ms: 15, db_cores: 4, instances: 3, pool_size: 10}
)");
}

} // namespace awb
