package com.taskmaster.tasks.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.taskmaster.tasks.security.Owner;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BodyBudgetTest {

    private static final int LARGEST = 1_000;

    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final BodyBudget room = new BodyBudget(new MemorySize(BigInteger.valueOf(LARGEST)), metrics);
    private final List<Owner> owners = IntStream.range(0, 5)
            .mapToObj(number -> new Owner("issuer", "user-" + number))
            .toList();

    @Test
    @DisplayName("A17 there is room for four bodies of the maximum size, and for more once one of them is gone")
    void hasAnEnd() {
        owners.subList(0, 4).forEach(owner -> room.take(owner, LARGEST));

        assertThatThrownBy(() -> room.take(owners.get(4), 1)).isInstanceOf(Busy.class);
        room.giveBack(owners.get(0), LARGEST);
        room.take(owners.get(4), LARGEST);
        assertThatThrownBy(() -> room.take(owners.get(0), 1)).isInstanceOf(Busy.class);
        assertThat(taken()).isEqualTo(4 * LARGEST);
    }

    @Test
    @DisplayName("A17 an owner has room for one body of the maximum size, and a refused body takes none")
    void isShared() {
        room.take(owners.get(0), LARGEST - 1);

        assertThatThrownBy(() -> room.take(owners.get(0), 2)).isInstanceOf(RateLimitExceeded.class);
        assertThatCode(() -> room.take(owners.get(0), 1)).doesNotThrowAnyException();
        room.giveBack(owners.get(0), LARGEST - 1);
        room.giveBack(owners.get(0), 1);
        assertThat(taken()).isZero();
        assertThatCode(() -> room.take(owners.get(0), LARGEST)).doesNotThrowAnyException();
    }

    private double taken() {
        return metrics.get("taskmaster.bodies").gauge().value();
    }
}
