package jp.tenken.testkit.architecture.samples.code;

/** Turns somebody down without a code. */
public final class Complainer {

    /** What is wrong with it? */
    public int decide(int answer) {
        if (answer < 0) {
            throw new IllegalArgumentException("no");
        }
        return answer;
    }
}
