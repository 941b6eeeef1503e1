package jp.tenken.runtime.service;

import java.time.Clock;
import jp.tenken.edge.AsOfResolver;
import jp.tenken.edge.EdgeRole;
import jp.tenken.edge.ReadConsistency;
import jp.tenken.edge.http.Closing;
import jp.tenken.edge.security.SigningKeyStore;
import jp.tenken.runtime.Observers;
import jp.tenken.runtime.Storage;
import jp.tenken.runtime.TenkenRuntime;
import jp.tenken.runtime.Waiting;
import jp.tenken.runtime.observe.ObservabilityConfiguration;
import jp.tenken.runtime.storage.OpenStorage;
import jp.tenken.runtime.storage.StorageChoice;
import jp.tenken.runtime.storage.StorageSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The beans that every service has: storage, runtime, the seams of the edge, health, the end.
 * Whoever imports it brings {@link ServiceParts} and its endpoints.
 */
@Configuration(proxyBeanMethods = false)
@Import({ClockConfiguration.class, ObservabilityConfiguration.class})
@EnableConfigurationProperties({StorageSettings.class, StartSettings.class})
public class ServiceConfiguration {

    /** The engine that is chosen, open. */
    @Bean(destroyMethod = "close")
    OpenStorage openStorage(StorageSettings settings, ServiceParts parts, Clock clock) {
        return StorageChoice.ofAll().open(settings, parts.role().whole(), clock);
    }

    /** Its ports. */
    @Bean
    Storage storage(OpenStorage open) {
        return open.storage();
    }

    /** Says how far views are. */
    @Bean
    ViewConsole viewConsole() {
        return new ViewConsole();
    }

    /** Commands go in, views come out. */
    @Bean(destroyMethod = "close")
    TenkenRuntime runtime(Storage storage, ServiceParts parts, Clock clock, Observers observers) {
        return Waiting.atStart(
                TenkenRuntime.start(
                        storage,
                        parts.chainTags(),
                        clock,
                        parts.slices(),
                        parts.views(),
                        observers));
    }

    /** Keeps the secrets of the edge. */
    @Bean
    SigningKeyStore signingKeys(Storage storage) {
        return SigningKeyStore.in(storage.vault());
    }

    /** Waits for views. */
    @Bean
    ReadConsistency readConsistency(TenkenRuntime runtime) {
        return runtime.consistency();
    }

    /** Finds sequences of instants. */
    @Bean
    AsOfResolver asOfResolver(TenkenRuntime runtime) {
        return runtime.asOf();
    }

    /** What the service is among others. */
    @Bean
    EdgeRole edgeRole(ServiceParts parts) {
        return parts.role();
    }

    /** Up when the log answers and every view is at work. */
    @Bean
    TenkenHealth tenkenHealth(TenkenRuntime runtime, ObjectProvider<Unready> unready) {
        return new TenkenHealth(runtime, unready.getIfAvailable(() -> () -> false));
    }

    /** What is said at the start. */
    @Bean
    StartReport startReport(TenkenRuntime runtime) {
        return new StartReport(runtime);
    }

    /** Builds the views anew where that is asked for. */
    @Bean
    StartRebuild startRebuild(TenkenRuntime runtime, StartSettings settings, ViewConsole console) {
        return new StartRebuild(runtime, settings.rebuild(), console);
    }

    /** Lets requests finish before the server goes. */
    @Bean
    GracefulEnd gracefulEnd(Closing closing) {
        return new GracefulEnd(closing);
    }
}
