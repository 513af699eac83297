package com.taskmaster.webapp.fastadd;

import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.fastadd.Piece.Kind;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FastAddTest {

    @Test
    void understandsAWholeLine() {
        assertThat(Typed.english("Pay rent tomorrow 17:00 #home @money !high every month"))
                .isEqualTo(new FastAdd(
                        "Pay rent",
                        LocalDate.of(2026, 11, 22),
                        LocalTime.of(17, 0),
                        Priority.HIGH,
                        List.of("money"),
                        "home",
                        "FREQ=MONTHLY",
                        List.of(
                                new Piece(Kind.DATE, "tomorrow", 9, 17),
                                new Piece(Kind.TIME, "17:00", 18, 23),
                                new Piece(Kind.LIST, "#home", 24, 29),
                                new Piece(Kind.TAG, "@money", 30, 36),
                                new Piece(Kind.PRIORITY, "!high", 37, 42),
                                new Piece(Kind.REPEAT, "every month", 43, 54))));
    }

    @Test
    void understandsAMixture() {
        assertThat(Typed.german("Standup jeden Montag at 9 #\"Büro\u00a0  West\" !hoch @team, @kurz tomorrow!"))
                .returns("Standup", FastAdd::title)
                .returns(LocalDate.of(2026, 11, 22), FastAdd::date)
                .returns(LocalTime.of(9, 0), FastAdd::time)
                .returns(Priority.HIGH, FastAdd::priority)
                .returns(List.of("team", "kurz"), FastAdd::tags)
                .returns("Büro West", FastAdd::list)
                .returns("FREQ=WEEKLY;BYDAY=MO", FastAdd::repeat);
    }

    @Test
    void tellsWhereItsPiecesAre() {
        var text = "  Müll\trausbringen ü\u0308bermorgen , \ud83d\ude80  am  Freitag,  um 9 Uhr. ";

        assertThat(Typed.german(text).pieces())
                .allSatisfy(piece ->
                        assertThat(text.substring(piece.start(), piece.end())).isEqualTo(piece.words()))
                .extracting(Piece::words)
                .containsExactly("am  Freitag", "um 9 Uhr.");
    }

    @Test
    void readsLettersThatAreComposed() {
        assertThat(Typed.german("Kochen u\u0308bermorgen").date()).isEqualTo("2026-11-23");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "!high, HIGH",
        "!medium, MEDIUM",
        "!low, LOW",
        "!1, HIGH",
        "!2, MEDIUM",
        "!3, LOW",
        "!hoch, HIGH",
        "!mittel, MEDIUM",
        "!niedrig, LOW",
        "!HIGH, HIGH"
    })
    void understandsPriorities(String words, Priority priority) {
        assertThat(Typed.english("Buy " + words + " milk"))
                .returns("Buy milk", FastAdd::title)
                .returns(priority, FastAdd::priority);
    }

    @ParameterizedTest(name = "{0} stays {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Read "Friday"                        | Read "Friday"
            Read „nächsten Freitag“              | Read „nächsten Freitag“
            Read “tomorrow at 9”                 | Read “tomorrow at 9”
            Read »morgen«                        | Read »morgen«
            Read "tomorrow   #home" twice        | Read "tomorrow #home" twice
            Read \\Friday                        | Read Friday
            Read \\next \\friday                 | Read next friday
            Tag \\@home and \\#list and \\!high  | Tag @home and #list and !high
            Keep a \\ alone and C:\\ and \\\\srv | Keep a \\ alone and C:\\ and \\\\srv
            Buy the Sunday Times                 | Buy the Sunday Times
            Prepare the friday 17:00 meeting     | Prepare the friday 17:00 meeting
            Read the daily news                  | Read the daily news
            Read notes from monday               | Read notes from monday
            Book a table for friday 19:00        | Book a table for friday 19:00
            Move the party to monday             | Move the party to monday
            Den Freitag freihalten               | Den Freitag freihalten
            Rechnung vom 24.12.2026 zahlen       | Rechnung vom 24.12.2026 zahlen
            Folien für Montag machen             | Folien für Montag machen
            Guten Morgen sagen                   | Guten Morgen sagen
            Am Morgen laufen                     | Am Morgen laufen
            Mail a@b.de                          | Mail a@b.de
            See http://x/#frag                   | See http://x/#frag
            Learn C#                             | Learn C#
            Fix #12                              | Fix #12
            Follow @a@b.social                   | Follow @a@b.social
            Rate # @ ! "                         | Rate # @ ! "
            Say !hi !4 !!                        | Say !hi !4 !!
            Read #"unfinished                    | Read #"unfinished
            Read @"" #" "                        | Read @"" #" "
            Read @"a,b" @a,b                     | Read @"a,b" @a,b
            Do the dishes so that the sun shines | Do the dishes so that the sun shines
            Diese so schöne Blume gießen         | Diese so schöne Blume gießen
            Buy 3/4/5 and 1-2-3                  | Buy 3/4/5 and 1-2-3
            In der Stadt am Fluss um die Ecke    | In der Stadt am Fluss um die Ecke
            Sonntagszeitung                      | Sonntagszeitung
            (friday)                             | (friday)
            """)
    void leavesTheTitle(String text, String title) {
        assertThat(List.of(Typed.english(text), Typed.german(text))).allSatisfy(understood -> assertThat(understood)
                .returns(title, FastAdd::title)
                .returns(null, FastAdd::date)
                .returns(null, FastAdd::list)
                .returns(List.of(), FastAdd::tags)
                .returns(List.of(), FastAdd::pieces));
    }

    @ParameterizedTest(name = "{0} leaves {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Call Bob, tomorrow                   | Call Bob
            tomorrow: call Bob                   | call Bob
            Tomorrow - call Bob                  | call Bob
            Call tomorrow Bob                    | Call Bob
            Call Bob tomorrow!                   | Call Bob
            Call her tomorrow                    | Call her
            Do this tomorrow                     | Do this
            Mach das morgen                      | Mach das
            Check in tomorrow                    | Check in
            Ruf Mama an morgen                   | Ruf Mama an
            Read Sunday Times                    | Read Times
            Call Bob tomorrow and friday         | Call Bob and friday
            Call today 17:00 or 18:00            | Call or 18:00
            Call today or tomorrow 18:00         | Call or tomorrow 18:00
            Sort #a #b                           | Sort #b
            Sort !1 !2                           | Sort !2
            Sort every day every week            | Sort every week
            Read \\Friday tomorrow               | Read Friday
            Read "a b" tomorrow                  | Read "a b"
            """)
    void whatComesSecondOrBelongsElsewhereStaysInTheTitle(String text, String title) {
        assertThat(Typed.english(text))
                .returns(title, FastAdd::title)
                .extracting(FastAdd::pieces)
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(1 + (text.contains("17:00") ? 1 : 0));
    }

    @Test
    void aSignThatComesSecondKeepsNothingElseInTheTitle() {
        assertThat(Typed.english("Sort #a #b friday"))
                .returns("Sort #b", FastAdd::title)
                .returns(LocalDate.of(2026, 11, 27), FastAdd::date);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"tomorrow", "heute 17:00", "#home", "  @home !1  ", "every day, 17:00", "- today -"})
    void understandsNothingWhereNothingElseIsLeft(String text) {
        assertThat(Typed.english(text))
                .isEqualTo(new FastAdd(text.strip(), null, null, null, List.of(), null, null, List.of()));
    }

    @Test
    void tidiesSpacesAndControlCharacters() {
        assertThat(Typed.english(" Buy\t\tmilk\u0000\r\n\u00a0 and \u2003 bread tomorrow "))
                .returns("Buy milk and bread", FastAdd::title);
        assertThat(Typed.english(" \n ")).returns("", FastAdd::title);
    }

    @Test
    void takesTheTagsThatTheTasksApiTakes() {
        var tag = "\ud83c\udfe0".repeat(50);

        assertThat(Typed.english("Buy @" + tag + " @home. @home @\"two  words\", @Home"))
                .returns("Buy", FastAdd::title)
                .returns(List.of(tag, "home", "two words", "Home"), FastAdd::tags);
        assertThat(Typed.english("Buy @" + tag + "x").tags()).isEmpty();
        assertThat(Typed.english("Buy @x\ud83c").tags()).isEmpty();
    }

    @Test
    void takesTwentyTags() {
        var tags =
                IntStream.rangeClosed(1, 21).mapToObj(number -> "@t" + number).collect(Collectors.joining(" "));

        assertThat(Typed.english("Buy " + tags + " @t1"))
                .returns("Buy @t21", FastAdd::title)
                .extracting(FastAdd::tags)
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(20);
    }

    @Test
    void takesListNamesThatTheTasksApiTakes() {
        assertThat(Typed.english("Buy #" + "x".repeat(100)).list()).hasSize(100);
        assertThat(Typed.english("Buy #" + "x".repeat(101)).list()).isNull();
        var houses = "\ud83c\udfe0".repeat(100);
        assertThat(Typed.english("Buy #" + houses).list()).isEqualTo(houses);
        assertThat(Typed.english("Buy #" + houses + "x").list()).isNull();
        assertThat(Typed.english("Buy #\"12, a\"").list()).isEqualTo("12, a");
    }
}
