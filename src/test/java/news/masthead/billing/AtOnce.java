package news.masthead.billing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Many clicks at the same moment. */
final class AtOnce {

    private AtOnce() {}

    static <T> List<T> times(int tabs, Callable<T> click) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(tabs)) {
            List<Future<T>> answers = IntStream.range(0, tabs)
                    .mapToObj(i -> threads.submit(click))
                    .toList();
            List<T> all = new ArrayList<>();
            for (Future<T> answer : answers) {
                all.add(answer.get());
            }
            return all;
        }
    }
}
