package com.taskmaster.webapp.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTest {

    private final List<Integer> fetched = new ArrayList<>();
    private final List<byte[]> parts = List.of(new byte[] {1, 2}, new byte[0], new byte[] {-1, 4, 5});
    private final Parts stream = new Parts(parts.size(), number -> {
        fetched.add(number);
        return parts.get(number);
    });

    @Test
    void isAllPartsInTheirOrder() throws IOException {
        assertThat(stream.readAllBytes()).containsExactly(1, 2, -1, 4, 5);
        assertThat(stream.read()).isEqualTo(-1);
        assertThat(fetched).containsExactly(0, 1, 2);
    }

    @Test
    void fetchesAPartWhenTheOneBeforeHasBeenRead() {
        assertThat(fetched).isEmpty();
        assertThat(stream.read()).isEqualTo(1);
        assertThat(stream.read()).isEqualTo(2);
        assertThat(fetched).containsExactly(0);
        assertThat(stream.read()).isEqualTo(255);
    }
}
