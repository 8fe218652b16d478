package roundhouse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Processor time of processes as Linux tells it under /proc, in milliseconds. */
final class ProcessorTime {

    private static final int TICK = 10;
    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int ENDED_USER = 13;
    private static final int ENDED_SYSTEM = 14;

    private ProcessorTime() {
    }

    static long of(long process) throws IOException {
        String[] fields = fields(Path.of("/proc", Long.toString(process)));
        return TICK * ticks(fields);
    }

    /** Of the threads of a JVM that compile. */
    static long compiling(long process) throws IOException {
        long ticks = 0;
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(process), "task"))) {
            for (Path thread : threads.toList()) {
                String[] fields = fields(thread);
                if (fields != null && Files.readString(thread.resolve("comm")).matches("C[12] Compiler.*\\s*")) {
                    ticks += ticks(fields);
                }
            }
        }
        return TICK * ticks;
    }

    /** Of a process and of its children, those that have ended among them. */
    static long withChildren(long process) throws IOException {
        String[] own = fields(Path.of("/proc", Long.toString(process)));
        long ticks = Stream.of(USER, SYSTEM, ENDED_USER, ENDED_SYSTEM).mapToLong(place -> Long.parseLong(own[place])).sum();
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path each : processes.filter(path -> path.getFileName().toString().matches("\\d+")).toList()) {
                String[] fields = fields(each);
                if (fields != null && fields[PARENT].equals(Long.toString(process))) {
                    ticks += ticks(fields);
                }
            }
        }
        return TICK * ticks;
    }

    private static long ticks(String[] fields) {
        return Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]);
    }

    static long parent(long process) throws IOException {
        return Long.parseLong(fields(Path.of("/proc", Long.toString(process)))[PARENT]);
    }

    /** Resident, in megabytes. */
    static long memory(long process) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process), "status")).stream().filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).sum() / 1024;
    }

    /** What follows the name, which may hold anything. Null when the process has ended meanwhile. */
    private static String[] fields(Path process) throws IOException {
        try {
            String line = Files.readString(process.resolve("stat"));
            return line.substring(line.lastIndexOf(')') + 2).split(" ");
        } catch (NoSuchFileException ended) {
            return null;
        }
    }
}
