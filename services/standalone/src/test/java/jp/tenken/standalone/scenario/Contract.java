package jp.tenken.standalone.scenario;

/**
 * A contract of a story.
 *
 * @param id under which the program knows it
 * @param number under which the municipality knows it
 * @param department in charge
 * @param contractor with whom it was concluded
 */
record Contract(String id, String number, String department, String contractor) {

    /** Path of something about it. */
    String at(String what) {
        return "/contracts/" + id + what;
    }
}
