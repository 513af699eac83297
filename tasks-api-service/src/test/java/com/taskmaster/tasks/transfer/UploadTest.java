package com.taskmaster.tasks.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    /** Returns one byte per read, for ever. */
    private static final class Trickle extends InputStream {

        @Override
        public int read() {
            return 'x';
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            target[offset] = 'x';
            return 1;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 1_000_000})
    void isWhatWasSent(int length) throws IOException {
        var file = new byte[length];
        new Random(length).nextBytes(file);

        assertThat(Upload.whole(new ByteArrayInputStream(file), LONG).readAllBytes())
                .isEqualTo(file);
    }

    @Test
    void endsWhatComesTooSlowly() {
        assertTimeoutPreemptively(
                LONG, () -> assertThatThrownBy(() -> Upload.whole(new Trickle(), Duration.ofMillis(100)))
                        .isInstanceOf(InterruptedIOException.class));
    }
}
