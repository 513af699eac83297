package com.taskmaster.webapp.resume;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.taskmaster.webapp.encryption.EncryptionKeys;
import com.taskmaster.webapp.encryption.Handle;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** All requests that wait for a sign-in; what was typed is encrypted. */
@ApplicationScoped
class InterruptedRequests implements PanacheRepositoryBase<InterruptedRequest, String> {

    private final EncryptionKeys keys;
    private final ObjectMapper json;

    InterruptedRequests(EncryptionKeys keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
    }

    @Transactional
    Handle add(Interruption interruption) {
        var handle = Handle.random();
        persist(new InterruptedRequest(handle.hash(), keys.encrypt(write(interruption))));
        return handle;
    }

    /**
     * What is to be done next: first the sign-in that is demanded, then what was interrupted, once.
     *
     * @return nothing if there is no such request of this person, or no more
     */
    @Transactional
    Optional<Next> next(Handle handle, String subject) {
        return find("handleHash = ?1 and expiresAt > ?2", handle.hash(), Instant.now())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .flatMap(request -> keys.decrypt(request.content())
                        .map(this::read)
                        .filter(interruption -> interruption.subject().equals(subject))
                        .map(interruption -> next(request, interruption)));
    }

    /**
     * @param signInFirst whether the demand has to be met before
     */
    record Next(Interruption interruption, boolean signInFirst) {}

    private Next next(InterruptedRequest request, Interruption interruption) {
        var signInFirst = !interruption.demand().asksForNothing() && request.sendAway();
        if (!signInFirst) {
            delete(request);
        }
        return new Next(interruption, signInFirst);
    }

    @Scheduled(every = "10m", delayed = "3m")
    @Transactional
    void removeExpired() {
        delete("expiresAt <= ?1", Instant.now());
    }

    private String write(Interruption interruption) {
        try {
            return json.writeValueAsString(interruption);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Interruption read(String text) {
        try {
            return json.readValue(text, Interruption.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
