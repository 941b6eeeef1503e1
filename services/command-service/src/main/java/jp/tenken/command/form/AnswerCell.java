package jp.tenken.command.form;

import java.util.Optional;
import java.util.regex.Pattern;
import jp.tenken.kernel.checklist.Answer;
import org.jspecify.annotations.Nullable;

/**
 * An answer column's cell: a symbol, and perhaps a reason.
 *
 * @param answer what the symbol says
 * @param reason what stands beside it, in one line without its brackets; null where nothing does
 */
record AnswerCell(Answer answer, @Nullable String reason) {

    /** ○ 〇 ◯ ⭕: what people type for a circle. */
    private static final String CIRCLES = "\u25CB\u3007\u25EF\u2B55";

    /** － − ‐ ‑ ‒ – — ― ー -: what people type for a dash. */
    private static final String DASHES = "\uFF0D\u2212\u2010\u2011\u2012\u2013\u2014\u2015\u30FC-";

    private static final Pattern VARIATION_SELECTORS = Pattern.compile("[\uFE0E\uFE0F]");
    private static final Pattern LINE_BREAK_IN_LATIN =
            Pattern.compile("(?<=[\\p{IsLatin}0-9,;.])\\s*\\n\\s*(?=[\\p{IsLatin}0-9])");
    private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\n\\s*");

    /** What the cell says, or empty where it says neither ○ nor － nor nothing. */
    static Optional<AnswerCell> read(String cell) {
        String text = VARIATION_SELECTORS.matcher(cell).replaceAll("").strip();
        if (text.isEmpty()) {
            return Optional.of(new AnswerCell(Answer.UNDECIDED, null));
        }
        if (CIRCLES.indexOf(text.charAt(0)) >= 0) {
            return withReason(Answer.IMPLEMENT, text.substring(1));
        }
        int dashes = 0;
        while (dashes < text.length() && DASHES.indexOf(text.charAt(dashes)) >= 0) {
            dashes++;
        }
        return dashes == 0
                ? Optional.empty()
                : withReason(Answer.NOT_NEEDED, text.substring(dashes));
    }

    private static Optional<AnswerCell> withReason(Answer answer, String rest) {
        String beside = rest.strip();
        if (beside.isEmpty()) {
            return Optional.of(new AnswerCell(answer, null));
        }
        boolean bracketed = beside.charAt(0) == '(' || beside.charAt(0) == '（';
        boolean apart = Character.isWhitespace(rest.charAt(0));
        if (!bracketed && (!apart || isSymbol(beside.charAt(0)))) {
            return Optional.empty();
        }
        String reason = inOneLine(bracketed ? withoutBrackets(beside) : beside);
        return Optional.of(new AnswerCell(answer, reason.isEmpty() ? null : reason));
    }

    private static boolean isSymbol(char character) {
        return CIRCLES.indexOf(character) >= 0 || DASHES.indexOf(character) >= 0;
    }

    private static String withoutBrackets(String text) {
        char last = text.charAt(text.length() - 1);
        boolean closed = text.length() > 1 && (last == ')' || last == '）');
        return text.substring(1, closed ? text.length() - 1 : text.length()).strip();
    }

    /** Japanese runs on over a line break, Latin words need a space there. */
    private static String inOneLine(String text) {
        String latin = LINE_BREAK_IN_LATIN.matcher(text).replaceAll(" ");
        return LINE_BREAK.matcher(latin).replaceAll("").strip();
    }
}
