package jp.tenken.storage.mongodb;

import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * A database through which one write goes wrong: the process ends before it, in the middle of it or
 * after it, or falls asleep before it and wakes up much later.
 */
final class FaultyDatabase {

    /** What happens to the write. */
    enum Fault {
        LOST_BEFORE,
        CUT_IN_HALF,
        LOST_AFTER,
        ASLEEP
    }

    private final Fault fault;
    private final AtomicInteger writesBefore;
    private final CompletableFuture<Boolean> asleep = new CompletableFuture<>();
    private final CompletableFuture<Boolean> awake = new CompletableFuture<>();

    /**
     * @param writesBefore that go well
     */
    FaultyDatabase(Fault fault, int writesBefore) {
        this.fault = fault;
        this.writesBefore = new AtomicInteger(writesBefore);
    }

    /** Completes when the write is being held up. */
    CompletableFuture<Boolean> asleep() {
        return asleep;
    }

    void wake() {
        awake.complete(true);
    }

    MongoDatabase over(MongoDatabase database) {
        return proxied(MongoDatabase.class, database);
    }

    private <T> T proxied(Class<T> type, T target) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> {
                            boolean write =
                                    method.getName().equals("bulkWrite")
                                            || method.getName().equals("updateOne");
                            if (write && writesBefore.getAndDecrement() == 0) {
                                return faulty(target, method, arguments);
                            }
                            Object result = invoke(target, method, arguments);
                            return result instanceof MongoCollection<?> collection
                                    ? proxied(MongoCollection.class, collection)
                                    : result;
                        }));
    }

    private Publisher<?> faulty(Object target, java.lang.reflect.Method method, Object[] arguments)
            throws Throwable {
        Mono<Object> lost =
                Mono.error(new MongoSocketReadException("lost on purpose", new ServerAddress()));
        switch (fault) {
            case LOST_BEFORE -> {
                return lost;
            }
            case CUT_IN_HALF -> {
                if (arguments[0] instanceof List<?> models && models.size() > 1) {
                    arguments[0] = models.subList(0, models.size() / 2);
                    return Mono.from(write(target, method, arguments)).then(lost);
                }
                return lost;
            }
            case LOST_AFTER -> {
                return Mono.from(write(target, method, arguments)).then(lost);
            }
            case ASLEEP -> {
                asleep.complete(true);
                Publisher<?> write = write(target, method, arguments);
                return Mono.fromFuture(awake).flatMap(woken -> Mono.from(write));
            }
        }
        throw new AssertionError(fault);
    }

    private static Publisher<?> write(
            Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        return (Publisher<?>) invoke(target, method, arguments);
    }

    private static Object invoke(Object target, java.lang.reflect.Method method, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
