package com.taskmaster.webapp.fastadd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fast add with any text. */
class FastAddAnyTextTest {

    private static final int TEXTS = 1_000;

    /** Meaningful pieces, from which random combinations are almost meaningful. */
    private static final List<String> PIECES = List.of(
            "every",
            "jeden",
            "alle",
            "in",
            "on",
            "am",
            "um",
            "at",
            "next",
            "nächsten",
            "friday",
            "Mo",
            "und",
            "and",
            "2",
            "24.12.",
            "99.99.",
            "31/02",
            "0000-00-00",
            "12:60",
            "29.2.",
            "9999",
            "Feb",
            "weeks",
            "Tage",
            "last",
            "ersten",
            "of the month",
            "im Monat",
            "pm",
            "Uhr",
            "the",
            "vom",
            "#a",
            "#\"b c\"",
            "@d",
            "@",
            "#",
            "!1",
            "!",
            "\"",
            "„",
            "“",
            "\\",
            "\\x",
            ",",
            ".",
            "-",
            "\t",
            "\u0000",
            "\ud83d",
            "\ude80",
            "ü",
            "İ",
            "\u2028",
            "tomorrow",
            "noon",
            "tonight",
            "this",
            "evening",
            "Nacht",
            "nachts",
            "morgen",
            "half past",
            "halb",
            "viertel",
            "nach",
            "on the 5th");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void isUnderstoodOneWayOrTheOther(long seed) {
        var random = new Random(seed);
        for (var number = 0; number < TEXTS; number++) {
            var text = random.nextBoolean() ? ofPieces(random) : ofCharacters(random);
            for (var locale : List.of(Locale.US, Locale.GERMANY, Locale.ROOT)) {
                assertThatCode(() -> makesSense(text, FastAdd.parse(text, locale, Typed.NOW)))
                        .as(text)
                        .doesNotThrowAnyException();
            }
        }
    }

    static Stream<String> bombs() {
        return Stream.of(
                        "every mon, ",
                        "\"",
                        "\" ",
                        "„ ",
                        "the friday ",
                        "in ",
                        "1",
                        "@\"",
                        "\\",
                        "every last day of the ",
                        "a,",
                        "on the 5th ",
                        "am 5. abends ",
                        "10 nach halb ",
                        "!")
                .map(piece -> piece.repeat(50_000 / piece.length()));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void takesTimeThatGrowsWithItsLengthOnly(String bomb) {
        assertTimeout(Duration.ofSeconds(10), () -> Typed.english(bomb));
    }

    private static void makesSense(String text, FastAdd understood) {
        assertThat(understood.title().isEmpty())
                .isEqualTo(text.chars().allMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c)));
        assertThat(understood.title()).doesNotContainPattern("^\\s|\\s$|\\s\\s|\\p{Cntrl}");
        assertThat(understood.date() != null || understood.time() == null && understood.repeat() == null)
                .isTrue();
        var end = 0;
        for (var piece : understood.pieces()) {
            assertThat(piece.start()).isGreaterThanOrEqualTo(end);
            assertThat(text.substring(piece.start(), piece.end())).isEqualTo(piece.words());
            end = piece.end();
        }
    }

    private static String ofPieces(Random random) {
        return random.ints(random.nextInt(12), 0, PIECES.size())
                .mapToObj(PIECES::get)
                .collect(Collectors.joining(random.nextInt(4) == 0 ? "" : " "));
    }

    private static String ofCharacters(Random random) {
        return IntStream.range(0, random.nextInt(40))
                .map(index -> random.nextInt(4) == 0 ? random.nextInt(0x10000) : random.nextInt(0x80))
                .collect(StringBuilder::new, (builder, c) -> builder.append((char) c), StringBuilder::append)
                .toString();
    }
}
