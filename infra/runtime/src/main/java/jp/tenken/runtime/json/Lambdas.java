package jp.tenken.runtime.json;

import java.lang.invoke.CallSite;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes a class for a method found by reflection, as the compiler does for a lambda: a call through
 * it costs what the call itself costs.
 */
final class Lambdas {

    private Lambdas() {}

    /**
     * The method as a function.
     *
     * @param lookup that found it and may call it
     * @param method of one argument, the receiver included
     */
    @SuppressWarnings("unchecked") // the caller knows what the method takes and gives
    static <T, V extends @Nullable Object> Function<T, V> function(
            MethodHandles.Lookup lookup, MethodHandle method) {
        try {
            CallSite made =
                    LambdaMetafactory.metafactory(
                            lookup,
                            "apply",
                            MethodType.methodType(Function.class),
                            MethodType.methodType(Object.class, Object.class),
                            method,
                            method.type().wrap());
            return (Function<T, V>) made.getTarget().invoke();
        } catch (Throwable refused) {
            throw new IllegalStateException(method + " cannot be called", refused);
        }
    }
}
