package jp.tenken.testkit.architecture.samples.code;

import org.springframework.http.HttpStatus;

/** Says how its answer travels. */
public final class KnowsStatuses {

    /** By number. */
    public int status() {
        return HttpStatus.CONFLICT.value();
    }
}
