package jp.tenken.command;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Folds events into the state of a slice as the engine does, by the type of each; what a state does
 * not handle passes it by.
 */
public final class Folded {

    private Folded() {}

    /**
     * The state after the events.
     *
     * @param actor who did it, for events whose state asks for that
     */
    public static <S> S by(@Nullable String actor, S state, Object... events) {
        S folded = state;
        for (Object event : events) {
            folded = one(actor, folded, event);
        }
        return folded;
    }

    /** The same where nobody asks who did it. */
    public static <S> S into(S state, Object... events) {
        return by(null, state, events);
    }

    @SuppressWarnings("unchecked")
    private static <S> S one(@Nullable String actor, S state, Object event) {
        for (Method method : state.getClass().getDeclaredMethods()) {
            if (method.getName().equals("evolve")
                    && method.getParameterTypes()[0] == event.getClass()) {
                method.setAccessible(true);
                try {
                    return (S)
                            (method.getParameterCount() == 1
                                    ? method.invoke(state, event)
                                    : method.invoke(state, event, actor));
                } catch (IllegalAccessException | InvocationTargetException broken) {
                    throw new IllegalStateException(broken);
                }
            }
        }
        return state;
    }
}
