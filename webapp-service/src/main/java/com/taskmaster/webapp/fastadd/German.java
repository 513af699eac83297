package com.taskmaster.webapp.fastadd;

import static com.taskmaster.webapp.fastadd.Vocabulary.meanings;
import static com.taskmaster.webapp.fastadd.Vocabulary.phrases;
import static java.util.Map.entry;

import com.taskmaster.webapp.fastadd.Vocabulary.Term;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The German vocabulary. */
final class German {

    static final Vocabulary WORDS = new Vocabulary(
            weekdays("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag|sonnabend", "sonntag"),
            weekdays("mo", "di", "mi", "do", "fr", "sa", "so"),
            weekdays("montags", "dienstags", "mittwochs", "donnerstags", "freitags", "samstags|sonnabends", "sonntags"),
            meanings(
                    List.of(Month.values()),
                    "januar|jaenner|jan",
                    "februar|feber|feb",
                    "maerz|maer|mrz",
                    "april|apr",
                    "mai",
                    "juni|jun",
                    "juli|jul",
                    "august|aug",
                    "september|sep|sept",
                    "oktober|okt",
                    "november|nov",
                    "dezember|dez"),
            meanings(Vocabulary.UNITS, "tag|tage|tagen", "woche|wochen", "monat|monate|monaten", "jahr|jahre|jahren"),
            meanings(
                    List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
                    "ein|eine|einem|einen|einer",
                    "zwei",
                    "drei",
                    "vier",
                    "fuenf",
                    "sechs",
                    "sieben",
                    "acht",
                    "neun",
                    "zehn",
                    "elf",
                    "zwoelf"),
            meanings(
                    List.of(1, 2, 3, 4, Rhythm.LAST),
                    "ersten|erste|erstes|1.",
                    "zweiten|zweite|zweites|2.",
                    "dritten|dritte|drittes|3.",
                    "vierten|vierte|viertes|4.",
                    "letzten|letzte|letztes"),
            meanings(List.of(0, 1, 2), "heute|heut", "morgen", "uebermorgen"),
            meanings(Vocabulary.UNITS, "taeglich", "woechentlich", "monatlich", "jaehrlich"),
            meanings(Vocabulary.NOON_AND_MIDNIGHT, "mittags|am mittag", "mitternacht|mitternachts"),
            meanings(List.of(-45, -30, -15, 15), "viertel", "halb", "dreiviertel|viertel vor", "viertel nach"),
            meanings(Vocabulary.BACK_AND_FORTH, "vor|minuten vor", "nach|minuten nach"),
            meanings(PartOfDay.ALL, "morgen|vormittag", "mittag", "nachmittag", "abend", "nacht"),
            meanings(
                    PartOfDay.ALL,
                    "morgens|vormittags|frueh|am morgen|am vormittag|in der frueh",
                    "mittags|am mittag",
                    "nachmittags|am nachmittag",
                    "abends|am abend",
                    "nachts|in der nacht"),
            meanings(Vocabulary.CLOCK_UNITS, "minute|minuten|min", "stunde|stunden|std"),
            terms());

    private German() {}

    private static Map<String, DayOfWeek> weekdays(String... alternatives) {
        return meanings(List.of(DayOfWeek.values()), alternatives);
    }

    private static Map<Term, Set<String>> terms() {
        return Map.ofEntries(
                entry(Term.ON, phrases("am|zum|faellig am")),
                entry(Term.BY, phrases("bis|bis zum|bis am|bis spaetestens|faellig|faellig bis")),
                entry(Term.AT, phrases("um|gegen")),
                entry(Term.THIS, phrases("diesen|dieser|kommenden|kommender")),
                entry(Term.NEXT, phrases("naechste|naechsten|naechster|naechstes")),
                entry(Term.NEXT_WEEK, phrases("naechste woche|naechster woche|kommende woche")),
                entry(Term.TONIGHT, phrases("")),
                entry(
                        Term.THIS_WEEKEND,
                        phrases(
                                "am wochenende|dieses wochenende|an diesem wochenende|kommendes wochenende"
                                        + "|am kommenden wochenende|kommenden wochenende|uebers wochenende|bis zum wochenende")),
                entry(Term.NEXT_WEEKEND, phrases("naechstes wochenende|am naechsten wochenende|naechsten wochenende")),
                entry(Term.IN, phrases("in")),
                entry(Term.OF, phrases("")),
                entry(Term.END_OF_MONTH, phrases("monatsende|ende des monats|am ende des monats")),
                entry(Term.EVERY, phrases("jeden|jede|jedes|jeder|alle|an jedem")),
                entry(Term.OTHER, phrases("")),
                entry(Term.WORKDAY, phrases("werktag|arbeitstag|wochentag")),
                entry(Term.ON_WORKDAYS, phrases("werktags|an werktagen|wochentags")),
                entry(Term.IN_THE_MONTH, phrases("im monat|des monats|eines monats|jeden monats")),
                entry(Term.AND, phrases("und|&|+")),
                entry(Term.CLOCK, phrases("uhr")),
                entry(Term.BEFORE_NOON, phrases("")),
                entry(Term.AFTER_NOON, phrases("")),
                entry(
                        Term.LEADING,
                        phrases(
                                "der|den|dem|des|einen|einem|eines|meinen|deinen|unseren|von|vom|fuer|seit|ueber|vor|nach|ab|zwischen"
                                        + "|letzten|letzter|am|guten|auf")));
    }
}
