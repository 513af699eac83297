package com.taskmaster.tasks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.taskmaster.backing.ServerCertificate;
import com.taskmaster.backing.SigningKeys;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;

/** An issuer of access tokens that publishes its key, counts the requests for it, and can replace or withhold it. */
public final class TestIssuer {

    private final String scheme;
    private final HttpServer server;
    private final AtomicInteger keyFetches = new AtomicInteger();
    private volatile Instant lastKeyFetch = Instant.EPOCH;
    private int rotations;
    private volatile KeyPair key;
    private volatile String keyId;
    private volatile Duration keysLast = Duration.ofHours(1);
    private volatile HttpHandler keys = this::answerWithKeys;

    /** @param certificate {@code null} for plain http */
    public TestIssuer(ServerCertificate certificate) {
        rotateKey();
        scheme = certificate == null ? "http" : "https";
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try {
            server = certificate == null ? HttpServer.create(address, 0) : certificate.listenOn(address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(
                "/.well-known/openid-configuration", exchange -> answer(exchange, """
                {"issuer": "%s", "jwks_uri": "%s"}""".formatted(address(), keySet())));
        server.createContext("/keys", exchange -> {
            keyFetches.incrementAndGet();
            keys.handle(exchange);
            lastKeyFetch = Instant.now();
        });
        server.start();
    }

    /** Signs tokens with a new key from now on, and no longer publishes the old one. */
    public void rotateKey() {
        rotations++;
        key = SigningKeys.named("issuer-" + rotations);
        keyId = UUID.randomUUID().toString();
    }

    /** @param duration for which keys fetched from now on may be cached */
    public void letKeysLast(Duration duration) {
        keysLast = duration;
    }

    /** Makes requests for the keys fail from now on. */
    public void becomeUnavailable() {
        keys = exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        };
    }

    /** Leaves requests for the keys without a response from now on. */
    public void becomeSilent() {
        keys = exchange -> {};
    }

    /** Responds to requests for the keys with this page and status 200 from now on. */
    public void publishInstead(String page) {
        keys = exchange -> answer(exchange, page);
    }

    /** Publishes the keys again. */
    public void publishKeys() {
        keys = this::answerWithKeys;
    }

    public String sign(JwtClaimsBuilder claims) {
        return sign(claims, keyId);
    }

    public String sign(JwtClaimsBuilder claims, String claimedKeyId) {
        return claims.jws().keyId(claimedKeyId).sign(key.getPrivate());
    }

    public String signWithoutKeyId(JwtClaimsBuilder claims) {
        return claims.jws().sign(key.getPrivate());
    }

    public int keyFetches() {
        return keyFetches.get();
    }

    public Duration sinceLastKeyFetch() {
        return Duration.between(lastKeyFetch, Instant.now());
    }

    public String address() {
        return scheme + "://localhost:" + port();
    }

    public String keySet() {
        return address() + "/keys";
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public void close() {
        server.stop(0);
    }

    private void answerWithKeys(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Cache-Control", "max-age=" + keysLast.toSeconds());
        answer(exchange, publishedKeys());
    }

    private String publishedKeys() {
        var published = new RsaJsonWebKey((RSAPublicKey) key.getPublic());
        published.setKeyId(keyId);
        published.setUse("sig");
        return new JsonWebKeySet(published).toJson();
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
