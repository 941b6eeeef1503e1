package jp.tenken.vault;

/** What the directory says of a person whom it knows. */
public sealed interface PersonName {

    /** The name under which the person last acted. */
    record Known(String name) implements PersonName {

        /** Without the name, so that it gets into no log. */
        @Override
        public String toString() {
            return "Known";
        }
    }

    /** The person was erased; the directory takes no name of it any more. */
    record Erased() implements PersonName {}
}
