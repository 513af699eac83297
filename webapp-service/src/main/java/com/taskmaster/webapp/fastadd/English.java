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

/** The English vocabulary. */
final class English {

    static final Vocabulary WORDS = new Vocabulary(
            weekdays(
                    "monday|mon",
                    "tuesday|tue|tues",
                    "wednesday",
                    "thursday|thu|thur|thurs",
                    "friday|fri",
                    "saturday",
                    "sunday"),
            weekdays("", "", "wed", "", "", "sat", "sun"),
            weekdays(
                    "mondays|on mondays",
                    "tuesdays|on tuesdays",
                    "wednesdays|on wednesdays",
                    "thursdays|on thursdays",
                    "fridays|on fridays",
                    "saturdays|on saturdays",
                    "sundays|on sundays"),
            meanings(
                    List.of(Month.values()),
                    "january|jan",
                    "february|feb",
                    "march|mar",
                    "april|apr",
                    "may",
                    "june|jun",
                    "july|jul",
                    "august|aug",
                    "september|sep|sept",
                    "october|oct",
                    "november|nov",
                    "december|dec"),
            meanings(Vocabulary.UNITS, "day|days", "week|weeks", "month|months", "year|years"),
            meanings(
                    List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
                    "a|an|one",
                    "two",
                    "three",
                    "four",
                    "five",
                    "six",
                    "seven",
                    "eight",
                    "nine",
                    "ten",
                    "eleven",
                    "twelve"),
            meanings(List.of(1, 2, 3, 4, Rhythm.LAST), "first|1st", "second|2nd", "third|3rd", "fourth|4th", "last"),
            meanings(List.of(0, 1, 2), "today", "tomorrow|tmrw", "day after tomorrow|the day after tomorrow"),
            meanings(Vocabulary.UNITS, "daily", "weekly", "monthly", "yearly|annually"),
            meanings(Vocabulary.NOON_AND_MIDNIGHT, "noon|midday", "midnight"),
            meanings(
                    List.of(30, 15, -15),
                    "half past",
                    "quarter past|a quarter past|quarter after",
                    "quarter to|a quarter to|quarter before"),
            meanings(Vocabulary.BACK_AND_FORTH, "minutes to|minutes before", "past|minutes past|minutes after"),
            meanings(PartOfDay.ALL, "morning", "", "afternoon", "evening|night", ""),
            meanings(
                    PartOfDay.ALL, "in the morning", "", "in the afternoon", "in the evening", "at night|in the night"),
            meanings(Vocabulary.CLOCK_UNITS, "minute|minutes|min|mins", "hour|hours|hrs"),
            terms());

    private English() {}

    private static Map<String, DayOfWeek> weekdays(String... alternatives) {
        return meanings(List.of(DayOfWeek.values()), alternatives);
    }

    private static Map<Term, Set<String>> terms() {
        return Map.ofEntries(
                entry(Term.ON, phrases("on|on the|due on|due on the")),
                entry(Term.BY, phrases("by|by the|until|until the|till|due|due by")),
                entry(Term.AT, phrases("at|@")),
                entry(Term.THIS, phrases("this|coming|this coming")),
                entry(Term.NEXT, phrases("next")),
                entry(Term.NEXT_WEEK, phrases("next week")),
                entry(Term.TONIGHT, phrases("tonight")),
                entry(
                        Term.THIS_WEEKEND,
                        phrases("this weekend|this coming weekend|at the weekend|on the weekend|over the weekend"
                                + "|by the weekend")),
                entry(Term.NEXT_WEEKEND, phrases("next weekend")),
                entry(Term.IN, phrases("in")),
                entry(Term.OF, phrases("of")),
                entry(
                        Term.END_OF_MONTH,
                        phrases(
                                "end of month|end of the month|the end of the month|at the end of the month|month end")),
                entry(Term.EVERY, phrases("every|each")),
                entry(Term.OTHER, phrases("other")),
                entry(Term.WORKDAY, phrases("weekday|workday|working day|business day")),
                entry(Term.ON_WORKDAYS, phrases("weekdays|on weekdays|workdays|on workdays")),
                entry(Term.IN_THE_MONTH, phrases("of the month|of each month|of every month|in the month")),
                entry(Term.AND, phrases("and|&|+")),
                entry(Term.CLOCK, phrases("o'clock")),
                entry(Term.BEFORE_NOON, phrases("am|a.m")),
                entry(Term.AFTER_NOON, phrases("pm|p.m")),
                entry(
                        Term.LEADING,
                        phrases(
                                "a|an|the|my|our|your|his|their|of|from|for|since|about|before|after|between|than|last|to|past|half")));
    }
}
