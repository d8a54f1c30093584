package news.masthead.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import news.masthead.access.PolicyBook;
import news.masthead.access.PolicyVersion;
import news.masthead.access.PolicyVersion.Withdrawal;
import news.masthead.web.Links;
import news.masthead.web.Notice;

/** Puts together the pages about the policy. */
@ApplicationScoped
class PolicyPages {

    private static final int PAST = 20;

    @Inject
    PolicyBook policies;

    @Inject
    PolicyForms forms;

    @Inject
    Previews previews;

    @Inject
    PolicyWords words;

    @Inject
    Frames frames;

    @Inject
    PolicyMessages messages;

    @Inject
    PreviewMessages previewMessages;

    @Inject
    Clock clock;

    /**
     * @param done number of a version that was just added
     * @param withdrawn number of one that was just withdrawn
     * @param whole whether all past ones are listed, however many
     */
    PoliciesPage list(String done, String withdrawn, boolean whole) {
        Notice kept = found(done).map(this::kept).orElse(null);
        return list(
                found(withdrawn)
                        .filter(version -> version.withdrawal().isPresent())
                        .map(version -> Notice.done(messages.withdrawn(version.version())))
                        .orElse(kept),
                whole);
    }

    PoliciesPage tooLate(long version) {
        return list(Notice.problem(messages.tooLate(version)), false);
    }

    PolicyPage fresh(String of) {
        Optional<PolicyVersion> start = found(of)
                .filter(version -> version.rules().isPresent())
                .or(() -> policies.versionAt(clock.instant())
                        .filter(version -> version.rules().isPresent()))
                .or(() -> policies.all().stream()
                        .filter(version -> version.rules().isPresent())
                        .findFirst());
        PolicyFields fields = start.flatMap(PolicyVersion::rules)
                .map(PolicyFields::of)
                .orElseGet(() -> new PolicyFields(Map.of()))
                .seen(newest());
        return page(
                fields.withBlankRows(),
                null,
                start.map(version -> messages.freshWords(version.version())).orElse(""),
                Map.of());
    }

    PolicyPage refused(PolicyFields typed, Map<String, String> problems) {
        return form(typed, Notice.problem(messages.notSaved()), problems);
    }

    PolicyPage form(PolicyFields typed, Notice notice, Map<String, String> problems) {
        return page(typed, notice, "", problems);
    }

    PreviewPage preview(PolicyFields typed, PolicyReading reading) {
        Instant now = clock.instant();
        List<PreviewPage.StoryRow> stories = previews.stories(reading.policy(), reading.begins());
        return new PreviewPage(
                frames.around(previewMessages.title(), Frames.POLICIES),
                meanwhile(typed),
                Links.DESK_NEW_POLICY,
                typed.typed().entrySet().stream()
                        .filter(field -> !field.getKey().equals("act"))
                        .sorted(Map.Entry.comparingByKey())
                        .map(field -> new PreviewPage.Typed(field.getKey(), field.getValue()))
                        .toList(),
                previews.parts(policies.versionAt(now).flatMap(PolicyVersion::rules), reading.policy()),
                previews.changed(stories),
                stories,
                previews.replay(reading.policy()),
                typed.text("when").equals("now")
                        ? previewMessages.activate()
                        : previewMessages.schedule(
                                frames.stamp(reading.begins()).words()));
    }

    /** Somebody else's version is not lost, but who writes one should know of it. */
    private Notice meanwhile(PolicyFields typed) {
        return policies.all().stream()
                .filter(version -> version.version() > typed.versionSeen() && !version.isConfigured())
                .findFirst()
                .map(version -> Notice.problem(previewMessages.meanwhile(version.madeBy(), version.version())))
                .orElse(null);
    }

    private PolicyPage page(PolicyFields typed, Notice notice, String of, Map<String, String> problems) {
        return new PolicyPage(
                frames.around(messages.fresh(), Frames.POLICIES), notice, of, forms.form(typed, problems));
    }

    private PoliciesPage list(Notice notice, boolean whole) {
        Instant now = clock.instant();
        long inForce = policies.versionAt(now).map(PolicyVersion::version).orElse(-1L);
        List<PolicyVersion> all = policies.all();
        Predicate<PolicyVersion> toCome = version ->
                version.activeFrom().isAfter(now) && version.withdrawal().isEmpty();
        List<PolicyVersion> past = all.stream()
                .filter(toCome.negate().and(version -> version.version() != inForce))
                .toList();
        boolean cut = !whole && past.size() > PAST;
        return new PoliciesPage(
                frames.around(messages.policies(), Frames.POLICIES),
                notice,
                Links.DESK_NEW_POLICY,
                Stream.of(
                                group(
                                        "in-force",
                                        messages.inForce(),
                                        true,
                                        all.stream().filter(version -> version.version() == inForce)),
                                group(
                                        "to-come",
                                        messages.scheduled(),
                                        true,
                                        all.stream().filter(toCome)),
                                group(
                                        "past",
                                        messages.past(),
                                        false,
                                        past.stream().limit(cut ? PAST : past.size())))
                        .filter(group -> !group.versions().isEmpty())
                        .toList(),
                cut ? Links.DESK_POLICIES + "?past=all" : "");
    }

    private PoliciesPage.Group group(String id, String title, boolean open, Stream<PolicyVersion> versions) {
        return new PoliciesPage.Group(
                id,
                title,
                open,
                versions.sorted(Comparator.comparing(PolicyVersion::activeFrom)
                                .thenComparing(PolicyVersion::version)
                                .reversed())
                        .map(this::row)
                        .toList());
    }

    private PoliciesPage.Row row(PolicyVersion version) {
        boolean ever = version.activeFrom().equals(Instant.EPOCH);
        boolean toCome = version.activeFrom().isAfter(clock.instant());
        String begins = frames.stamp(version.activeFrom()).words();
        return new PoliciesPage.Row(
                messages.version(version.version()),
                ever ? null : frames.stamp(version.activeFrom()),
                ever ? messages.sinceEver() : toCome ? messages.from(begins) : messages.since(begins),
                version.isConfigured()
                        ? messages.madeByConfiguration()
                        : messages.madeBy(version.madeBy(), moment(version.madeAt())),
                version.withdrawal().map(this::withdrawn).orElse(""),
                version.note(),
                version.unknown().isEmpty() ? "" : messages.unreadable(version.unknown()),
                version.rules().map(words::parts).orElse(List.of()),
                version.rules().isPresent() ? Links.deskPolicyFrom(version.version()) : "",
                toCome && version.withdrawal().isEmpty() ? Links.deskPolicyWithdrawal(version.version()) : "");
    }

    private String withdrawn(Withdrawal withdrawal) {
        return messages.withdrawnBy(withdrawal.madeBy(), moment(withdrawal.madeAt()));
    }

    private String moment(Instant at) {
        return frames.stamp(at).words();
    }

    private Notice kept(PolicyVersion version) {
        return Notice.done(
                version.activeFrom().isAfter(clock.instant())
                        ? messages.kept(version.version(), moment(version.activeFrom()))
                        : messages.activated(version.version()));
    }

    private Optional<PolicyVersion> found(String number) {
        return Optional.ofNullable(number)
                .filter(digits -> digits.matches("\\d{1,9}"))
                .flatMap(digits -> policies.version(Long.parseLong(digits)));
    }

    private long newest() {
        return policies.all().stream().mapToLong(PolicyVersion::version).max().orElse(-1);
    }
}
