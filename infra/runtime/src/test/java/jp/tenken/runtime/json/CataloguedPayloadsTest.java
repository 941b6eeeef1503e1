package jp.tenken.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.upcast.Upcaster;
import jp.tenken.eventstore.upcast.Upcasters;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.municipality.DepartmentEstablished;
import org.junit.jupiter.api.Test;

class CataloguedPayloadsTest {

    private static final String NAME = EventCatalogue.nameOf(DepartmentEstablished.class);
    private static final String NEWEST =
            "{\"departmentCode\":\"0101\",\"nameJa\":\"区政情報課\",\"nameEn\":\"Ward Information\"}";
    private static final String OLD =
            "{\"departmentCode\":\"0101\",\"name\":\"区政情報課\",\"nameEn\":\"Ward Information\"}";

    private final PayloadJson json = new PayloadJson();

    @Test
    void theNewestVersionIsReadAsTheRecordThatTheCatalogueNames() {
        assertThat(new CataloguedPayloads(json, Upcasters.NONE).decode(stored("1", NEWEST)))
                .isEqualTo(established());
    }

    @Test
    void anOldVersionIsReadThroughItsUpcaster() {
        CataloguedPayloads payloads =
                new CataloguedPayloads(json, new Upcasters(List.of(new NameBecameNameJa())));
        assertThat(payloads.decode(stored("0", OLD))).isEqualTo(established());
        assertThat(payloads.decode(stored("1", NEWEST))).isEqualTo(established());
    }

    @Test
    void anOldVersionWithoutAnUpcasterIsRefused() {
        assertThatThrownBy(
                        () -> new CataloguedPayloads(json, Upcasters.NONE).decode(stored("0", OLD)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("an upcaster is missing");
    }

    private static DepartmentEstablished established() {
        return new DepartmentEstablished(DepartmentCode.of("0101"), "区政情報課", "Ward Information");
    }

    private static StoredEvent stored(String version, String payload) {
        return new StoredEvent(
                "id",
                NAME,
                version,
                Instant.EPOCH,
                List.of(),
                Map.of(),
                payload.getBytes(StandardCharsets.UTF_8),
                new byte[StoredEvent.SALT_LENGTH]);
    }

    /** In version 0 there was one name. */
    private static final class NameBecameNameJa implements Upcaster {

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public String from() {
            return "0";
        }

        @Override
        public String toName() {
            return NAME;
        }

        @Override
        public String to() {
            return "1";
        }

        @Override
        public byte[] upcast(byte[] payload) {
            return new String(payload, StandardCharsets.UTF_8)
                    .replace("\"name\"", "\"nameJa\"")
                    .getBytes(StandardCharsets.UTF_8);
        }
    }
}
