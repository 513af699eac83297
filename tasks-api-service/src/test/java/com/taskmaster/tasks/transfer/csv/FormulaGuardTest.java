package com.taskmaster.tasks.transfer.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {

    private static final String PIECES = "=+-@;\t\r\n' \"a";

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@A1", "\t1", "\r1", "'=1", "''-", "''''@"})
    void putsAnApostropheInFrontOfWhatASpreadsheetCouldRun(String text) {
        assertThat(FormulaGuard.on(text)).isEqualTo("'" + text);
        assertThat(FormulaGuard.off(FormulaGuard.on(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Rent;=1+1   | Rent;'=1+1
            Rent; =1+1  | Rent;' =1+1
            Rent;"=1+1  | Rent;'"=1+1
            a\\t@A1      | a\\t'@A1
            a\\n=1       | a\\n'=1
            a\\r\\n-1     | a\\r\\n'-1
            =1;+1;;-1   | '=1;'+1;;'-1
            a;'=1;''@   | a;''=1;'''@
            \\t=1        | '\\t'=1
            """)
    void guardsBehindWhatOtherSpreadsheetsPartCellsAt(String text, String guarded) {
        assertThat(FormulaGuard.on(text.translateEscapes())).isEqualTo(guarded.translateEscapes());
        assertThat(FormulaGuard.off(guarded.translateEscapes())).isEqualTo(text.translateEscapes());
    }

    @Test
    void takesOffWhatItPutOnWhateverTheText() {
        var random = new Random(8);
        for (var i = 0; i < 20_000; i++) {
            var text = random.ints(random.nextInt(12), 0, PIECES.length())
                    .mapToObj(place -> PIECES.substring(place, place + 1))
                    .collect(Collectors.joining());

            assertThat(FormulaGuard.off(FormulaGuard.on(text))).isEqualTo(text);
            assertThat(FormulaGuard.on(text)).doesNotContainPattern("(^|[;\\t\\r\\n][ \"]*)[=+\\-@]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'", "''", "it's", "'quoted'", "1-1", "a=b", " =1", "'' =1", "a; b", "a;'b", "a,=1"})
    void leavesOtherTextAlone(String text) {
        assertThat(FormulaGuard.on(text)).isEqualTo(text);
        assertThat(FormulaGuard.off(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            =1,   =1
            '=1,  =1
            ''=1, '=1
            'a,   'a
            """)
    void takesOffOneApostropheAndOnlyInFrontOfAFormula(String cell, String text) {
        assertThat(FormulaGuard.off(cell)).isEqualTo(text);
    }
}
