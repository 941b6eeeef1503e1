package jp.tenken.testkit.architecture.samples.code;

/** Prints. */
public final class Printer {

    /** To the console. */
    public void print() {
        System.out.println("printed");
    }
}
