package com.taskmaster.tasks.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@A1", "\t=1", "\r=1", "'=1", "''-", "''''@"})
    void putsAnApostropheInFrontOfWhatASpreadsheetCouldRun(String text) {
        assertThat(FormulaGuard.on(text)).isEqualTo("'" + text);
        assertThat(FormulaGuard.off(FormulaGuard.on(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'", "''", "it's", "'quoted'", "1-1", "a=b", " =1", "'' =1"})
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
