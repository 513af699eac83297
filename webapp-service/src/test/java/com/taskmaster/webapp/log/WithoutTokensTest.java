package com.taskmaster.webapp.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WithoutTokensTest {

    @Test
    @DisplayName("W06 signed and encrypted tokens are removed, wherever they occur")
    void takesTokensOut() {
        assertThat(logged("Refused %s, and %s.", "eyJhbGciOi.eyJpc3M-_0.c2lnbmVk", "eyJlbmMi..aXY.dGV4dA.dGFn"))
                .isEqualTo("Refused (a token), and (a token).");
    }

    @Test
    @DisplayName("W06 claims are removed, but not the reason for their rejection")
    void takesClaimsOut() {
        assertThat(logged("JWT (claims->{\"iss\":\"x\",\"address\":{}}) rejected due to [[12] Issuer]"))
                .isEqualTo("JWT (claims) rejected due to [[12] Issuer]");
    }

    @Test
    void leavesOtherLinesAlone() {
        assertThat(logged("%d of %s tasks", 5, "all")).isEqualTo("%d of %s tasks");
        assertThat(logged("Done")).isEqualTo("Done");
        assertThat(logged(null)).isNull();
    }

    private static String logged(String format, Object... parameters) {
        var line = new ExtLogRecord(Level.INFO, format, FormatStyle.PRINTF, "");
        if (parameters.length > 0) {
            line.setParameters(parameters);
        }
        new WithoutTokens().isLoggable(line);
        return line.getMessage();
    }
}
