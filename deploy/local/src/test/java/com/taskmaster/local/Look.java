package com.taskmaster.local;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** How a user sees a page: the color scheme, and the width of the screen. */
record Look(ColorScheme colors, int width) {

    private static final int NARROW = 360;
    private static final int HEIGHT = 800;
    private static final List<Look> ALL = List.of(
            new Look(ColorScheme.LIGHT, NARROW),
            new Look(ColorScheme.LIGHT, 1280),
            new Look(ColorScheme.DARK, NARROW),
            new Look(ColorScheme.DARK, 1280));
    private static final List<Look> EXTREMES =
            List.of(new Look(ColorScheme.LIGHT, 320), new Look(ColorScheme.LIGHT, 1920));

    /** Shows the page narrow and wide, light and dark, with all color transitions completed. */
    static void each(Page page, Consumer<Look> action) {
        each(page, ALL, action);
    }

    /** Shows the page on the narrowest supported screen, and on a wide one. */
    static void eachExtreme(Page page, Consumer<Look> action) {
        each(page, EXTREMES, action);
    }

    private static void each(Page page, List<Look> looks, Consumer<Look> action) {
        for (var look : looks) {
            page.emulateMedia(
                    new EmulateMediaOptions().setColorScheme(look.colors).setReducedMotion(ReducedMotion.REDUCE));
            page.setViewportSize(look.width, HEIGHT);
            action.accept(look);
        }
    }

    boolean isDark() {
        return colors == ColorScheme.DARK;
    }

    boolean isWide() {
        return width > NARROW;
    }

    @Override
    public String toString() {
        return colors.name().toLowerCase(Locale.ROOT) + "-" + width;
    }
}
