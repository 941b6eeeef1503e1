package jp.tenken.standalone;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.tenken.command.CommandService;
import jp.tenken.edge.AsOfResolver;
import jp.tenken.edge.EdgeSettings;
import jp.tenken.edge.EndpointSource;
import jp.tenken.edge.ReadConsistency;
import jp.tenken.edge.security.SigningKeyStore;
import jp.tenken.integration.IntegrationService;
import jp.tenken.kernel.Tags;
import jp.tenken.query.QueryService;
import jp.tenken.runtime.Observers;
import jp.tenken.runtime.Storage;
import jp.tenken.runtime.TenkenRuntime;
import jp.tenken.storage.sqlite.SqliteStorage;
import jp.tenken.vault.MasterKey;
import jp.tenken.vault.MasterKeys;
import jp.tenken.vault.Vault;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The beans of the process, by hand: storage, runtime, the services' endpoints, what is said at the
 * start.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StandaloneSettings.class)
class StandaloneConfiguration {

    private static final int START_MINUTES = 5;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "close")
    SqliteStorage sqliteStorage(StandaloneSettings settings, Clock clock) {
        return SqliteStorage.open(settings.folder(), clock);
    }

    @Bean
    Storage storage(SqliteStorage sqlite, StandaloneSettings settings) {
        return new Storage(
                "sqlite",
                settings.folder().toString(),
                sqlite.log(),
                sqlite.views(),
                sqlite.vault(),
                masterKey(sqlite.vault(), settings));
    }

    private static MasterKey masterKey(Vault vault, StandaloneSettings settings) {
        String given = settings.masterKey();
        return within(
                given == null || given.isBlank()
                        ? MasterKeys.inFile(vault, settings.masterKeyFile())
                        : MasterKeys.given(vault, given));
    }

    @Bean
    ViewConsole viewConsole() {
        return new ViewConsole();
    }

    @Bean(destroyMethod = "close")
    TenkenRuntime runtime(Storage storage, Clock clock, Observers observers) {
        return within(
                TenkenRuntime.start(
                        storage,
                        Set.of(Tags.CONTRACT),
                        clock,
                        CommandService::configure,
                        QueryService.views(),
                        observers));
    }

    @Bean
    SigningKeyStore signingKeys(Storage storage) {
        return SigningKeyStore.in(storage.vault());
    }

    @Bean
    ReadConsistency readConsistency(TenkenRuntime runtime) {
        return runtime.consistency();
    }

    @Bean
    AsOfResolver asOfResolver(TenkenRuntime runtime) {
        return runtime.asOf();
    }

    @Bean
    EndpointSource commandEndpoints(TenkenRuntime runtime, Clock clock) {
        return () ->
                CommandService.endpoints(
                        runtime.commands(),
                        UUID::randomUUID,
                        runtime.privacy().sealer(),
                        runtime.privacy().events(),
                        runtime.privacy().erasures(),
                        clock);
    }

    @Bean
    EndpointSource queryEndpoints(TenkenRuntime runtime, Clock clock) {
        return new QueryService(
                        runtime::reader,
                        clock,
                        runtime.privacy().names(),
                        runtime.privacy().opener())
                ::endpoints;
    }

    @Bean
    IntegrationService integration(TenkenRuntime runtime) {
        return new IntegrationService(runtime.log(), runtime.payloads());
    }

    @Bean
    EndpointSource integrationEndpoints(IntegrationService integration) {
        return integration::endpoints;
    }

    @Bean
    MeterBinder feedMeters(IntegrationService integration) {
        return registry ->
                Gauge.builder("tenken.feed.waiting", integration, IntegrationService::waiting)
                        .description("Requests that wait for news of a municipality")
                        .register(registry);
    }

    @Bean
    EndpointSource welcome(TryOutProgress progress) {
        return new WelcomePage(progress::state)::endpoints;
    }

    @Bean
    TryOutProgress tryOutProgress(EdgeSettings edge, TenkenRuntime runtime, Clock clock) {
        Vault vault = runtime.storage().vault();
        return edge.withoutIssuer()
                ? within(TryOutProgress.of(vault, runtime.log().head() == 0, clock.instant()))
                : TryOutProgress.none(vault, clock.instant());
    }

    @Bean
    StartUp startUp(
            TenkenRuntime runtime,
            StandaloneSettings settings,
            EdgeSettings edge,
            TryOutProgress progress,
            ViewConsole console,
            Clock clock) {
        return new StartUp(runtime, settings, edge.withoutIssuer(), progress, console, clock);
    }

    @Bean
    TenkenHealth tenkenHealth(TenkenRuntime runtime, TryOutProgress progress) {
        return new TenkenHealth(runtime, progress);
    }

    // Only while the process starts: there is nothing to answer before the log is open.
    private static <T> T within(CompletableFuture<T> future) {
        try {
            return future.get(START_MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the log was opened", interrupted);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("the log could not be opened", failure);
        }
    }
}
