package com.taskmaster.tasks.task;

import com.taskmaster.tasks.security.Owner;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All tasks; the owner is part of every question. */
@ApplicationScoped
class Tasks implements PanacheRepositoryBase<Task, UUID> {

    /** Open tasks first, the newest of each first. */
    List<Task> of(Owner owner) {
        return list("owner = ?1 order by completedAt desc nulls first, createdAt desc, id", owner);
    }

    Optional<Task> find(Owner owner, UUID id) {
        return find("owner = ?1 and id = ?2", owner, id).firstResultOptional();
    }

    /** @return whether there was one to delete */
    boolean delete(Owner owner, UUID id) {
        return delete("owner = ?1 and id = ?2", owner, id) > 0;
    }
}
