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

/** All sessions. One that has ended is not found, even if its row has not been deleted yet. */
@ApplicationScoped
public class Sessions implements PanacheRepositoryBase<Session, String> {

    private static final String ALIVE = "expiresAt > ?1 and lastUsedAt > ?2";

    /** Makes only one instance at a time delete expired sessions; the number is arbitrary. */
    private static final long REMOVAL_LOCK = 7_203_845_112L;

    private static final Duration LONGEST_STEP = Duration.ofMinutes(1);

    private final SessionSettings settings;

    /** The precision of the last use, so that not every request has to write the row. */
    private final Duration step;

    Sessions(SessionSettings settings) {
        this.settings = settings;
        var tenth = settings.idleTimeout().dividedBy(10);
        this.step = tenth.compareTo(LONGEST_STEP) < 0 ? tenth : LONGEST_STEP;
    }

    /** One indexed read. The use is written once a minute, or ten times per idle timeout if that is shorter. */
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

    /** The user of a session, which may have ended, as long as the row exists. */
    @Transactional
    Optional<String> subjectOf(String handleHash) {
        return findByIdOptional(handleHash).map(Session::subject);
    }

    /** One user's sessions, most recently used first. */
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

    @Transactional
    long alive() {
        return count(ALIVE, Instant.now(), idleSince());
    }

    @Transactional
    void open(Session session) {
        persist(session);
    }

    /**
     * Claims the renewal of a session's tokens.
     *
     * @param renewals the number of renewals when the tokens were read
     * @param lease the time after which another instance may claim it, by the database's clock, which all instances
     * share
     * @return whether no other instance is renewing them, or has done so since
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

    /** @return those that existed and belonged to this user */
    @Transactional
    List<Session> endOwn(String issuer, String subject, List<String> ids) {
        var own = find("handleHash in ?1 and issuer = ?2 and subject = ?3 order by handleHash", ids, issuer, subject)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        own.forEach(this::delete);
        return own;
    }

    /**
     * Whether a session exists that may be based on the same session at the provider; if the provider names none, any
     * session of the user.
     */
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

    /** Lets another attempt claim the renewal immediately. */
    @Transactional
    void giveUpRenewal(String handleHash) {
        update("renewingUntil = null where handleHash = ?1", handleHash);
    }

    /** @return the session with the new tokens; empty if it has ended in the meantime */
    @Transactional
    Optional<Session> renew(String handleHash, Tokens renewed, String encrypted) {
        var session = findByIdOptional(handleHash, LockModeType.PESSIMISTIC_WRITE);
        session.ifPresent(found -> found.renew(renewed, encrypted, settings.renewalMargin()));
        return session;
    }

    /** @return the session that was ended; empty if there was none */
    @Transactional
    Optional<Session> end(String handleHash) {
        var session = findByIdOptional(handleHash, LockModeType.PESSIMISTIC_WRITE);
        session.ifPresent(this::delete);
        return session;
    }

    /**
     * Ends the sessions that a provider's logout names: those of one session at the provider, or all of a user.
     *
     * @param subject the user whose sessions they must be; empty if the logout names none
     * @return the sessions that were ended
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

    /** Runs on one instance at a time. */
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
