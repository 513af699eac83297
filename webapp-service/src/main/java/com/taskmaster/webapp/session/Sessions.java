package com.taskmaster.webapp.session;

import com.taskmaster.webapp.settings.SessionSettings;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All sessions; one that has ended is not found, whether its row was removed yet or not. */
@ApplicationScoped
public class Sessions implements PanacheRepositoryBase<Session, String> {

    private static final String ALIVE = "expiresAt > ?1 and lastUsedAt > ?2";

    /** Of two instances one removes; the number means nothing. */
    private static final long REMOVAL_LOCK = 7_203_845_112L;

    private static final Duration LONGEST_STEP = Duration.ofMinutes(1);

    private final SessionSettings settings;

    /** So exactly is the last use known: a row is not written at each request. */
    private final Duration step;

    Sessions(SessionSettings settings) {
        this.settings = settings;
        var tenth = settings.idleTimeout().dividedBy(10);
        this.step = tenth.compareTo(LONGEST_STEP) < 0 ? tenth : LONGEST_STEP;
    }

    /** One indexed read; once a minute, or ten times within a short idle timeout, it writes down the use. */
    @Transactional
    Optional<Session> use(String handleHash) {
        var found = findAlive(handleHash);
        found.filter(session -> session.lastUsedAt().isBefore(Instant.now().minus(step)))
                .ifPresent(session -> update("lastUsedAt = ?1 where handleHash = ?2", Instant.now(), handleHash));
        return found;
    }

    @Transactional
    Optional<Session> findAlive(String handleHash) {
        return find(ALIVE + " and handleHash = ?3", Instant.now(), idleSince(), handleHash)
                .firstResultOptional();
    }

    /** Whose it is, or was, as long as the row is there. */
    @Transactional
    Optional<String> subjectOf(String handleHash) {
        return findByIdOptional(handleHash).map(Session::subject);
    }

    /** The sessions of one person, the last used first. */
    @Transactional
    public List<SessionView> of(String issuer, String subject) {
        return find(
                        ALIVE + " and issuer = ?3 and subject = ?4 order by lastUsedAt desc, startedAt desc",
                        Instant.now(),
                        idleSince(),
                        issuer,
                        subject)
                .stream()
                .map(Session::view)
                .toList();
    }

    /** How many there are. */
    @Transactional
    long alive() {
        return count(ALIVE, Instant.now(), idleSince());
    }

    @Transactional
    void open(Session session) {
        persist(session);
    }

    /**
     * Asks to be the one that renews the tokens.
     *
     * @param renewals how often they had been renewed when they were seen
     * @param lease after which somebody else may try; the database's clock counts, which all instances share
     * @return whether nobody else does, or has done so since
     */
    @Transactional
    boolean claimRenewal(String handleHash, int renewals, Duration lease) {
        return getEntityManager()
                        .createNativeQuery("""
                                update session set renewing_until = now() + make_interval(secs => :seconds)
                                 where handle_hash = :handleHash and renewals = :renewals
                                   and (renewing_until is null or renewing_until < now())""")
                        .setParameter("seconds", (double) lease.toSeconds())
                        .setParameter("handleHash", handleHash)
                        .setParameter("renewals", renewals)
                        .executeUpdate()
                == 1;
    }

    /** @return those that were there, and this person's */
    @Transactional
    List<Session> endOwn(String issuer, String subject, List<String> ids) {
        var own = find("handleHash in ?1 and issuer = ?2 and subject = ?3 order by handleHash", ids, issuer, subject)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        own.forEach(this::delete);
        return own;
    }

    /** Whether there is one that may go back to the same session at the provider: any of the person, where it names none. */
    @Transactional
    boolean existsFor(Tokens tokens) {
        return tokens.providerSession() == null
                ? existsWith("subject", tokens.issuer(), tokens.subject())
                : existsWith("providerSession", tokens.issuer(), tokens.providerSession());
    }

    private boolean existsWith(String property, String issuer, String value) {
        return count(ALIVE + " and issuer = ?3 and " + property + " = ?4", Instant.now(), idleSince(), issuer, value)
                > 0;
    }

    /** Lets another one try at once. */
    @Transactional
    void giveUpRenewal(String handleHash) {
        update("renewingUntil = null where handleHash = ?1", handleHash);
    }

    /** @return the session with the new tokens, unless it has ended in the meantime */
    @Transactional
    Optional<Session> renew(String handleHash, Tokens renewed, String encrypted) {
        var session = findByIdOptional(handleHash, LockModeType.PESSIMISTIC_WRITE);
        session.ifPresent(found -> found.renew(renewed, encrypted, settings.renewalMargin()));
        return session;
    }

    /** @return the session that was there */
    @Transactional
    Optional<Session> end(String handleHash) {
        var session = findByIdOptional(handleHash, LockModeType.PESSIMISTIC_WRITE);
        session.ifPresent(this::delete);
        return session;
    }

    /**
     * Ends what a provider's logout names: one of its sessions, or all of a person.
     *
     * @param subject whose session it has to be, where it is named
     * @return the sessions that have ended
     */
    @Transactional
    public List<SessionView> endAll(String issuer, Optional<String> providerSession, Optional<String> subject) {
        var named = providerSession
                .map(sid -> find("issuer = ?1 and providerSession = ?2", issuer, sid))
                .orElseGet(() -> find("issuer = ?1 and subject = ?2", issuer, subject.orElseThrow()));
        var ended = named.withLock(LockModeType.PESSIMISTIC_WRITE).stream()
                .filter(session -> subject.isEmpty() || session.subject().equals(subject.get()))
                .toList();
        ended.forEach(this::delete);
        return ended.stream().map(Session::view).toList();
    }

    /** By one instance at a time. */
    @Scheduled(every = "10m", delayed = "1m")
    @Transactional
    void removeExpired() {
        var first = (Boolean) getEntityManager()
                .createNativeQuery("select pg_try_advisory_xact_lock(:lock)", Boolean.class)
                .setParameter("lock", REMOVAL_LOCK)
                .getSingleResult();
        if (first) {
            delete("expiresAt <= ?1 or lastUsedAt <= ?2", Instant.now(), idleSince());
        }
    }

    private Instant idleSince() {
        return Instant.now().minus(settings.idleTimeout());
    }
}
