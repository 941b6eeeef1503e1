package jp.tenken.testkit.architecture.samples.code;

import jp.tenken.eventstore.append.AppendRequest;
import jp.tenken.eventstore.append.Appender;

/** Goes to the log past the commands. */
public final class AppendsByItself {

    /** Nobody has decided it. */
    public void append(Appender appender, AppendRequest request) {
        var unused = appender.append(request);
    }
}
