package jp.tenken.runtime;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.eventstore.LogHoleException;
import jp.tenken.eventstore.append.AppendListener;
import jp.tenken.projections.ProjectionListener;
import jp.tenken.runtime.command.CommandListener;

/**
 * Who hears what a running Tenken does.
 *
 * @param appends hears of batches
 * @param holes is told every time that the tail finds a hole
 * @param views hears of batches and alarms of the views
 * @param commands hears of commands
 * @param around stands around the dispatcher of commands; identity = nobody
 */
public record Observers(
        AppendListener appends,
        Consumer<LogHoleException> holes,
        ProjectionListener views,
        CommandListener commands,
        UnaryOperator<CommandDispatcher> around) {

    /** Of the views alone. */
    public static Observers of(ProjectionListener views) {
        return new Observers(
                AppendListener.NONE,
                hole -> {},
                views,
                CommandListener.NONE,
                UnaryOperator.identity());
    }
}
