package jp.tenken.integration;

import java.util.List;
import jp.tenken.edge.Endpoint;
import jp.tenken.integration.feed.Arrivals;
import jp.tenken.integration.feed.ContractDepartments;
import jp.tenken.integration.feed.FeedReader;
import jp.tenken.integration.feed.pull.PullEndpoint;
import jp.tenken.runtime.json.CataloguedPayloads;
import jp.tenken.runtime.log.EventLog;

/** The contents page of what other systems get: which endpoints deliver events. */
public final class IntegrationService {

    private final EventLog log;
    private final CataloguedPayloads payloads;
    private final Arrivals arrivals;

    /**
     * The deliveries. Starts nothing by itself.
     *
     * @param log whose events are delivered
     * @param payloads reads those few events by which the service finds out to whom others belong
     */
    public IntegrationService(EventLog log, CataloguedPayloads payloads) {
        this.log = log;
        this.payloads = payloads;
        this.arrivals = new Arrivals(log);
    }

    /** Every endpoint, for the edge. Those of one call share their memory of the log. */
    public List<Endpoint> endpoints() {
        FeedReader reader =
                new FeedReader(log, new ContractDepartments(log.log(), payloads::decode));
        return new PullEndpoint(log, reader, arrivals).endpoints();
    }

    /**
     * Requests that wait for news now, over all municipalities. How far a reader of the feed has
     * come only the reader knows.
     */
    public int waiting() {
        return arrivals.waiting();
    }
}
