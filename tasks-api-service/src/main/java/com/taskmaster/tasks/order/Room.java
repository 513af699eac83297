package com.taskmaster.tasks.order;

import com.taskmaster.tasks.account.Account;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;

/**
 * Makes room around entries that were placed close to others, by moving these: clients insert an entry in the middle of two
 * neighbors, and after about fifty insertions at the same place no number would be left between them.
 *
 * <p>A move changes the version of a neighbor but not its time of change, and its history does not tell of it, because
 * nobody changed it. A neighbor that another transaction has locked or just moved is not waited for: nothing is moved on this
 * side then, and room is made the next time.
 */
@ApplicationScoped
public class Room {

    /** The maximum of entries around which one request makes room. */
    private static final int MOST_ENTRIES = 10;

    private static final String NEIGHBORS =
            "unnest(cast(:ids as uuid[]), cast(:positions as float8[])) as neighbor (id, position)";

    private final Session session;

    Room(Session session) {
        this.session = session;
    }

    /**
     * To be called after the placed entries have been stored.
     *
     * @return the ids of the moved neighbors, whose loaded entities are outdated now
     */
    public Set<UUID> makeAround(Ordered ordered, Account account, Collection<UUID> placed) {
        var remaining = new HashSet<>(placed);
        var moved = new HashSet<UUID>();
        for (var entries = 0; entries < MOST_ENTRIES && !remaining.isEmpty(); entries++) {
            var crowded = crowded(ordered, account, remaining);
            if (crowded.isEmpty()) {
                break;
            }
            var entry = crowded.get();
            moved.addAll(spread(ordered, account, entry, above(ordered, account, entry), Position.TOP));
            moved.addAll(spread(ordered, account, entry, below(ordered, account, entry), Position.BOTTOM));
            remaining.remove(entry.id());
        }
        return moved;
    }

    /** One of these entries that is too close to a neighbor, see {@link Position#CLOSEST}. */
    private Optional<Neighbor> crowded(Ordered ordered, Account account, Collection<UUID> ids) {
        var sql = """
                select entry.id, entry.position
                  from %1$s as entry,
                       lateral (select max(position) from %1$s as other
                                 where other.account_id = entry.account_id and %2$s
                                   and other.position < entry.position) as above (position),
                       lateral (select min(position) from %1$s as other
                                 where other.account_id = entry.account_id and %2$s
                                   and other.position > entry.position) as below (position)
                 where entry.account_id = :account and %3$s and entry.id in (:ids)
                   and least(entry.position - above.position, below.position - entry.position)
                       < greatest(:closest, abs(entry.position) * :share)
                 limit 1""".formatted(ordered.table, ordered.condition("other"), ordered.condition("entry"));
        return session.createNativeQuery(sql, Neighbor.class)
                .setParameter("account", account.id())
                .setParameterList("ids", ids, UUID.class)
                .setParameter("closest", Position.CLOSEST)
                .setParameter("share", Position.CLOSEST_SHARE)
                .uniqueResultOptional();
    }

    private List<Neighbor> above(Ordered ordered, Account account, Neighbor entry) {
        return beside(ordered, account, entry, "(position, id) < (:position, :id) order by position desc, id desc");
    }

    private List<Neighbor> below(Ordered ordered, Account account, Neighbor entry) {
        return beside(ordered, account, entry, "(position, id) > (:position, :id) order by position, id");
    }

    private List<Neighbor> beside(Ordered ordered, Account account, Neighbor entry, String side) {
        return session.createNativeQuery(
                        "select id, position from %s as entry where account_id = :account and %s and %s limit %d"
                                .formatted(ordered.table, ordered.condition("entry"), side, Position.MOST_SPREAD + 1),
                        Neighbor.class)
                .setParameter("account", account.id())
                .setParameter("position", entry.position())
                .setParameter("id", entry.id())
                .getResultList();
    }

    private List<UUID> spread(Ordered ordered, Account account, Neighbor entry, List<Neighbor> neighbors, double end) {
        var positions = Position.spread(
                entry.position(), neighbors.stream().map(Neighbor::position).toList(), end);
        var nearest = neighbors.subList(0, positions.size());
        return !nearest.isEmpty() && lock(ordered, account, nearest)
                ? move(ordered, account, nearest, positions)
                : List.of();
    }

    /** @return whether all of them are locked, and still where they were */
    private boolean lock(Ordered ordered, Account account, List<Neighbor> neighbors) {
        var sql = """
                select count(*)
                  from (select 1 from %s as entry, %s
                         where entry.id = neighbor.id and entry.position = neighbor.position
                           and entry.account_id = :account and %s
                         order by entry.id for no key update of entry skip locked) as locked
                """.formatted(ordered.table, NEIGHBORS, ordered.condition("entry"));
        var locked = session.createNativeQuery(sql, Long.class)
                .setParameter("account", account.id())
                .setParameter("ids", texts(neighbors.stream().map(Neighbor::id)), String[].class)
                .setParameter("positions", texts(neighbors.stream().map(Neighbor::position)), String[].class)
                .getSingleResult();
        return locked == neighbors.size();
    }

    private List<UUID> move(Ordered ordered, Account account, List<Neighbor> neighbors, List<Double> positions) {
        var sql = """
                update %s as entry set position = neighbor.position, version = version + 1%s
                  from %s
                 where entry.id = neighbor.id and entry.account_id = :account
                """.formatted(ordered.table, ordered.onMove, NEIGHBORS);
        session.createNativeMutationQuery(sql)
                .setParameter("account", account.id())
                .setParameter("ids", texts(neighbors.stream().map(Neighbor::id)), String[].class)
                .setParameter("positions", texts(positions.stream()), String[].class)
                .executeUpdate();
        return neighbors.stream().map(Neighbor::id).toList();
    }

    private static String[] texts(Stream<?> values) {
        return values.map(Object::toString).toArray(String[]::new);
    }
}
