package news.masthead.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.masthead.access.PolicyRows.Row;
import news.masthead.jobs.Broadcast;
import news.masthead.jobs.Listener;
import news.masthead.jobs.Lookout;
import org.jboss.logging.Logger;

/**
 * Every version of the policy, and which is in force when. All of them lie in memory, those too that begin later, so a version takes effect at its
 * instant with no question asked. A node is told of a new one with its commit; one that cannot hear asks the database for as long as it answers.
 */
@ApplicationScoped
public class PolicyBook implements Listener {

    private static final Logger LOG = Logger.getLogger(PolicyBook.class);
    private static final String TOPIC = "policy";

    @Inject
    PolicyRows rows;

    @Inject
    Vocabulary vocabulary;

    @Inject
    ConfiguredPolicy configured;

    @Inject
    Broadcast broadcast;

    @Inject
    PolicyBook self;

    @Inject
    Clock clock;

    private final Lookout lookout = new Lookout(this::look);
    private final Set<Long> complainedOf = new HashSet<>();
    private volatile PolicyHistory known = PolicyHistory.NONE;
    private volatile boolean mustLook = true;

    void start(@Observes StartupEvent starting) {
        self.keepConfigured();
        look();
    }

    InForce at(Instant instant) {
        return history().at(instant);
    }

    /** The policy of a version, whenever it holds or held; a closed gate where there is none such. */
    InForce under(long version) {
        return history().under(version);
    }

    /** The number of the version in force; -1 where there is none. */
    public long numberAt(Instant instant) {
        return at(instant).version();
    }

    /** The version in force, readable or not. */
    public Optional<PolicyVersion> versionAt(Instant instant) {
        return history().versionAt(instant);
    }

    public Optional<PolicyVersion> version(long number) {
        return history().version(number);
    }

    /** Every version, the last made first. */
    public List<PolicyVersion> all() {
        return history().all();
    }

    /** The version in force and those to come, as far as this release cannot read them: they hold as a closed gate. */
    public List<PolicyVersion> closed() {
        return history().closedFrom(clock.instant());
    }

    /**
     * Adds a version, in a transaction of its own. Whoever adds one at the same time gets another number; of two that begin at the same instant
     * the later made holds.
     *
     * @param from when it begins to hold; at once where that has passed
     * @return its number
     * @throws UnknownRule if the policy speaks of something that the paper does not have; nothing is kept then
     */
    public long add(Policy policy, Instant from, String madeBy, String note) {
        String rules = PolicyJson.write(policy);
        checked(rules);
        long version = self.keep(rules, from, madeBy, note);
        look();
        return version;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    long keep(String rules, Instant from, String madeBy, String note) {
        rows.lock();
        Instant now = now();
        Instant start = from.truncatedTo(ChronoUnit.MICROS);
        return told(rows.add(start.isBefore(now) ? now : start, madeBy, now, note, rules));
    }

    /**
     * Takes back a version that does not hold yet, in a transaction of its own.
     *
     * @return false if it holds already, was taken back before or never was; nothing is kept then
     */
    public boolean withdraw(long version, String madeBy) {
        boolean withdrawn = self.takeBack(version, madeBy);
        look();
        return withdrawn;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean takeBack(long version, String madeBy) {
        rows.lock();
        Instant now = now();
        if (!rows.mayWithdraw(version, now)) {
            return false;
        }
        rows.withdraw(version, madeBy, now);
        told(version);
        return true;
    }

    /** As long as nobody made a policy, that of the configuration holds; a change of it is a version like any other. */
    @Transactional
    void keepConfigured() {
        rows.lock();
        look();
        List<PolicyVersion> all = known.all();
        Policy policy = configured.policy();
        if (all.isEmpty()) {
            told(rows.add(Instant.EPOCH, "", now(), "", PolicyJson.write(policy)));
        } else if (!all.stream().allMatch(PolicyVersion::isConfigured)) {
            LOG.info("The chief editor's policy holds; masthead.meter is not looked at");
        } else if (!all.getFirst().rules().equals(Optional.of(policy))) {
            told(rows.add(now(), "", now(), "", PolicyJson.write(policy)));
        }
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void heard(String words) {
        mustLook = true;
    }

    @Override
    public void catchUp() {
        look();
    }

    /** All that is known now, for who asks many questions. */
    PolicyHistory history() {
        if (mustLook || !broadcast.hears()) {
            lookout.look();
        }
        return known;
    }

    private synchronized void look() {
        mustLook = false;
        try {
            known = new PolicyHistory(rows.read().stream().map(this::read).toList());
            known.closedFrom(clock.instant()).forEach(this::complain);
        } catch (SQLException | RuntimeException silent) {
            mustLook = true;
            throw new IllegalStateException("The policy versions could not be read", silent);
        }
    }

    /** A version that was understood once stays so, since neither it nor this release changes. */
    private PolicyVersion read(Row row) {
        Optional<Policy> before = known.version(row.version()).flatMap(PolicyVersion::rules);
        if (before.isPresent()) {
            return version(row, before, "");
        }
        try {
            return version(row, Optional.of(checked(row.rules())), "");
        } catch (UnknownRule unknown) {
            return version(row, Optional.empty(), unknown.getMessage());
        }
    }

    private static PolicyVersion version(Row row, Optional<Policy> rules, String unknown) {
        return new PolicyVersion(
                row.version(),
                row.activeFrom(),
                row.madeBy(),
                row.madeAt(),
                row.note(),
                rules,
                unknown,
                row.withdrawal());
    }

    private Policy checked(String rules) {
        Policy policy = PolicyJson.read(rules);
        vocabulary.check(policy);
        return policy;
    }

    private long told(long version) {
        broadcast.tell(TOPIC, Long.toString(version));
        return version;
    }

    private void complain(PolicyVersion closed) {
        if (complainedOf.add(closed.version())) {
            LOG.errorf(
                    "Policy version %d cannot be kept to: %s From %s on every story is closed to everybody but staff.",
                    closed.version(), closed.unknown(), closed.activeFrom());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
