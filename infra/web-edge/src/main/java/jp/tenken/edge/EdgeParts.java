package jp.tenken.edge;

import java.time.Duration;
import jp.tenken.edge.body.BodyReader;
import jp.tenken.edge.http.CallerRates;
import jp.tenken.edge.http.Closing;
import jp.tenken.edge.http.Cursors;
import jp.tenken.edge.http.RequestDigest;
import jp.tenken.edge.security.PermissionTable;

/**
 * What every request needs.
 *
 * @param permissions who may what
 * @param bodies reads them
 * @param cursors seals and opens them
 * @param digests recognise requests
 * @param rates how often a caller may ask
 * @param consistency waits for views
 * @param asOf finds sequences of instants
 * @param timeout after which a request that is not answered is given up
 * @param closing the end of the process
 */
public record EdgeParts(
        PermissionTable permissions,
        BodyReader bodies,
        Cursors cursors,
        RequestDigest digests,
        CallerRates rates,
        ReadConsistency consistency,
        AsOfResolver asOf,
        Duration timeout,
        Closing closing) {

    /** Of a process that does not end while anybody asks. */
    public EdgeParts(
            PermissionTable permissions,
            BodyReader bodies,
            Cursors cursors,
            RequestDigest digests,
            CallerRates rates,
            ReadConsistency consistency,
            AsOfResolver asOf,
            Duration timeout) {
        this(
                permissions,
                bodies,
                cursors,
                digests,
                rates,
                consistency,
                asOf,
                timeout,
                new Closing());
    }
}
