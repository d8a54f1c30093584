package news.masthead.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What the probe met at a site.
 *
 * @param requests how many it made
 * @param alarms one for each leak
 * @param prints of every answer that a stranger got, in the order of the requests; that time passes is no difference
 */
record Sweep(int requests, List<String> alarms, List<Print> prints) {

    private static final int WORKERS = 8;

    /** An answer, told apart from every other by its head and by what its body hashes to. */
    record Print(Shot shot, String head, String body) {

        private static final Pattern THIS_SECOND = Pattern.compile("(?im)^(Date: |X-Accel-Expires: @).*$");

        static Print of(Shot shot, Answer answer) {
            return new Print(shot, THIS_SECOND.matcher(answer.head()).replaceAll("$1"), sha256(answer.body()));
        }

        boolean isSameAs(Print other) {
            return head.equals(other.head) && body.equals(other.body);
        }
    }

    /** Asks everything of a running site, as fast as it answers. */
    static Sweep of(Probe probe, URI site) throws InterruptedException {
        List<Heard> heard = new ArrayList<>();
        for (List<Shot> round : probe.rounds()) {
            heard.addAll(each(round, site, (shot, answer) -> Heard.of(probe, shot, answer)));
        }
        return new Sweep(
                heard.size(),
                heard.stream().flatMap(one -> one.alarm.stream()).toList(),
                heard.stream().flatMap(one -> one.print.stream()).toList());
    }

    private record Heard(Optional<String> alarm, Optional<Print> print) {

        static Heard of(Probe probe, Shot shot, Answer answer) {
            boolean stranger = shot.visitor().may() != Visitor.May.READ_EVERYTHING;
            return new Heard(
                    probe.alarm(shot, answer), stranger ? Optional.of(Print.of(shot, answer)) : Optional.empty());
        }
    }

    /** Where two sweeps of the same requests differ, as far as answers of that kind are steady. */
    List<String> differences(Sweep other, Predicate<Ask> isSteady) {
        return IntStream.range(0, prints.size())
                .filter(i -> isSteady.test(prints.get(i).shot().ask()))
                .filter(i -> !prints.get(i).isSameAs(other.prints.get(i)))
                .mapToObj(i -> prints.get(i) + "\n was before, and then \n" + other.prints.get(i))
                .toList();
    }

    /** What {@code made} makes of each answer, in the order of the round. */
    static <T> List<T> each(List<Shot> round, URI site, BiFunction<Shot, Answer, T> made) throws InterruptedException {
        try (ExecutorService crew = Executors.newFixedThreadPool(WORKERS)) {
            List<Callable<List<T>>> shares = IntStream.range(0, WORKERS)
                    .mapToObj(worker -> (Callable<List<T>>) () -> share(round, worker, site, made))
                    .toList();
            List<List<T>> done = new ArrayList<>();
            for (Future<List<T>> share : crew.invokeAll(shares)) {
                done.add(share.get());
            }
            return IntStream.range(0, round.size())
                    .mapToObj(i -> done.get(i % WORKERS).get(i / WORKERS))
                    .toList();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    private static <T> List<T> share(List<Shot> round, int worker, URI site, BiFunction<Shot, Answer, T> made)
            throws IOException {
        try (Line line = new Line(site)) {
            return IntStream.iterate(worker, i -> i < round.size(), i -> i + WORKERS)
                    .mapToObj(round::get)
                    .map(shot -> made.apply(shot, answer(line, shot)))
                    .toList();
        }
    }

    private static Answer answer(Line line, Shot shot) {
        try {
            return line.ask(shot.ask());
        } catch (IOException silent) {
            throw new UncheckedIOException("No answer to " + shot, silent);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
