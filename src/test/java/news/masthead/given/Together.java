package news.masthead.given;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does several things at the same time, and fails if one of them does. */
public final class Together {

    private Together() {}

    public static void of(int times, Callable<?> work) throws Exception {
        of(Collections.nCopies(times, work));
    }

    public static void of(List<? extends Callable<?>> works) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(works.size())) {
            List<Future<?>> running = new ArrayList<>();
            works.forEach(work -> running.add(threads.submit(work)));
            for (Future<?> one : running) {
                one.get();
            }
        }
    }
}
