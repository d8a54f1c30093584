package news.masthead.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import news.masthead.identity.Account;
import news.masthead.identity.Accounts;
import news.masthead.subscription.Comp;
import news.masthead.subscription.Comps;
import news.masthead.values.Dates;
import news.masthead.values.Publication;

/** Turns what was typed into complimentary access, or says what is wrong with it. */
@ApplicationScoped
class CompForms {

    private static final int LONGEST_REASON = 300;

    @Inject
    Comps comps;

    @Inject
    Accounts accounts;

    @Inject
    CompMessages messages;

    @Inject
    Publication publication;

    @Inject
    Dates dates;

    @Inject
    Clock clock;

    /** Gives it where nothing is wrong. */
    Outcome give(CompForm typed, long by) {
        Map<String, String> problems = new HashMap<>();
        Optional<Account> account = account(typed.email(), problems);
        Optional<Instant> until = until(typed.until(), problems);
        if (typed.reason().isEmpty() || typed.reason().length() > LONGEST_REASON) {
            problems.put("reason", messages.needsReason());
        }
        if (!problems.isEmpty()) {
            return new Outcome.Refused(typed.with(problems));
        }
        return switch (comps.grant(account.orElseThrow().id, until.orElseThrow(), typed.reason(), by)) {
            case Comps.Outcome.Granted granted -> new Outcome.Given(granted.comp());
            case Comps.Outcome.RunsAlready running ->
                new Outcome.Refused(typed.with(
                        Map.of("email", messages.runsAlready(name(account.get()), lastDay(running.comp().endsAt)))));
        };
    }

    /** How an account is called, by its address where it has no name. */
    static String name(Account account) {
        return account.name.isBlank() ? account.email : account.name;
    }

    /** The last day of a span that ends at that instant, in words. */
    String lastDay(Instant end) {
        return dates.day(end.minusNanos(1));
    }

    private Optional<Account> account(String typed, Map<String, String> problems) {
        if (typed.matches("\\d{1,18}")) {
            Optional<Account> numbered = accounts.find(Long.parseLong(typed));
            return numbered.isPresent() ? numbered : none(problems, messages.noAccount());
        }
        if (typed.isEmpty()) {
            return none(problems, messages.needsEmail());
        }
        List<Account> all = accounts.ofEmail(typed);
        List<Account> verified = all.stream().filter(Account::isEmailVerified).toList();
        return switch (verified.size()) {
            case 0 -> none(problems, all.isEmpty() ? messages.noAccount() : messages.notVerified());
            case 1 -> Optional.of(verified.getFirst());
            default -> none(problems, messages.several(numbers(verified)));
        };
    }

    private Optional<Instant> until(String typed, Map<String, String> problems) {
        Optional<LocalDate> day = day(typed);
        if (day.isEmpty()) {
            problems.put("until", messages.needsDay());
        } else if (day.get().isBefore(dates.dayOf(clock.instant()))) {
            problems.put("until", messages.pastDay());
        }
        return day.map(last -> last.plusDays(1).atStartOfDay(publication.zone()).toInstant());
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException garbled) {
            return Optional.empty();
        }
    }

    private static <T> Optional<T> none(Map<String, String> problems, String words) {
        problems.put("email", words);
        return Optional.empty();
    }

    private static String numbers(List<Account> accounts) {
        return accounts.stream().map(account -> account.id.toString()).collect(Collectors.joining(", "));
    }

    /** What comes of a form. */
    sealed interface Outcome {

        record Given(Comp comp) implements Outcome {}

        record Refused(CompForm form) implements Outcome {}
    }
}
