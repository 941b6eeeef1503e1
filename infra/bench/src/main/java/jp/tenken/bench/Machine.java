package jp.tenken.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a run was measured on: its figures mean nothing without it. Whether a write reaches the disk
 * is measured, not believed.
 */
final class Machine {

    private static final int BLOCK = 4_096;
    private static final int WRITES = 200;

    /** No disk stores a block faster than this; who says so has only taken it into memory. */
    private static final double UNBELIEVABLE_MICROS = 15;

    private Machine() {}

    /**
     * Lines about the machine, for a run that writes into the folder.
     *
     * @throws IOException when the folder cannot be written
     */
    static List<String> describe(Path folder) throws IOException {
        Runtime runtime = Runtime.getRuntime();
        var system = ManagementFactory.getOperatingSystemMXBean();
        String memory =
                system instanceof com.sun.management.OperatingSystemMXBean known
                        ? Figures.text(
                                "%.1f GiB memory", known.getTotalMemorySize() / (double) (1 << 30))
                        : "memory unknown";
        return List.of(
                Figures.text(
                        "machine: %s %s, %d cores, %s, load average %.2f",
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        runtime.availableProcessors(),
                        memory,
                        system.getSystemLoadAverage()),
                Figures.text(
                        "JVM: %s %s, heap %d MiB",
                        System.getProperty("java.vm.name"),
                        System.getProperty("java.vm.version"),
                        runtime.maxMemory() >> 20),
                disk(folder));
    }

    private static String disk(Path folder) throws IOException {
        String type = Files.getFileStore(folder).type();
        Path probe = folder.resolve("probe");
        try {
            double written = microsPerBlock(probe, false);
            double forced = microsPerBlock(probe, true);
            return Figures.text(
                    "disk: file system %s; a block of 4 KiB written in %.0f us, written and forced in %.0f us (median of %d): forcing %s",
                    type,
                    written,
                    forced,
                    WRITES,
                    type.equals("tmpfs") || forced < UNBELIEVABLE_MICROS
                            ? "DOES NOT REACH A DISK, figures are not of durable writes"
                            : "is real");
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    private static double microsPerBlock(Path file, boolean force) throws IOException {
        long[] nanos = new long[WRITES];
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
            for (int i = 0; i < WRITES; i++) {
                block.clear();
                long begun = System.nanoTime();
                channel.write(block, (long) i * BLOCK);
                if (force) {
                    channel.force(false);
                }
                nanos[i] = System.nanoTime() - begun;
            }
        }
        return Figures.percentile(nanos, 0.5) / (double) TimeUnit.MICROSECONDS.toNanos(1);
    }
}
