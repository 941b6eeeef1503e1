package jp.tenken.edge;

import static org.assertj.core.api.Assertions.assertThat;

import jp.tenken.edge.EdgeServer.Reply;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.catalogue.EventType;
import org.junit.jupiter.api.Test;

class DocumentsTest {

    private final EdgeServer server = EdgeServer.shared();

    @Test
    void everyEventOfTheCatalogueHasItsSchemaThere() {
        for (EventType type : EventCatalogue.types()) {
            Reply schema =
                    server.get("/schemas/%s/%s.json".formatted(type.name(), type.version())).send();
            assertThat(schema.status()).as(type.name()).isEqualTo(200);
            assertThat(schema.header("Content-Type")).startsWith("application/schema+json");
            assertThat(schema.json().path("type").asString()).isEqualTo("object");
        }
    }

    @Test
    void aSchemaThatIsNotThereIsAProblemAndNoFileIsReachedThroughItsName() {
        for (String path :
                new String[] {
                    "/schemas/tenken.checklist.ItemDecided/99.json",
                    "/schemas/no.such.Event/1.json",
                    "/schemas/tenken.checklist.ItemDecided/x.json",
                    "/schemas/..%2F..%2Fapplication/1.json",
                    "/schemas/tenken.checklist.ItemDecided/1.yaml"
                }) {
            Reply reply = server.get(path).send();
            assertThat(reply.status()).as(path).isBetween(400, 404);
            assertThat(reply.code()).as(path).isNotEmpty();
        }
    }
}
