package news.masthead.desk;

import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import news.masthead.story.AccessClass;
import news.masthead.story.Licence;
import news.masthead.values.Publication;
import news.masthead.wire.Agency;
import news.masthead.wire.format.Patience;

/** Reads what was typed of a profile. Each field that is wrong gets a sentence, and an agency is made only if none is. */
final class AgencyReading {

    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_DISCLAIMER = 600;
    private static final int MOST_SIGN_OFFS = 10;
    private static final Pattern SENDER = Pattern.compile("[a-z0-9._%+-]*@[a-z0-9-]+(\\.[a-z0-9-]+)+");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final AgencyFields typed;
    private final Publication publication;
    private final AgencyMessages messages;
    private final Map<String, String> problems = new HashMap<>();

    AgencyReading(AgencyFields typed, Publication publication, AgencyMessages messages) {
        this.typed = typed;
        this.publication = publication;
        this.messages = messages;
    }

    /** What is wrong, by the name of the field; whole once {@link #agency} was asked for. */
    Map<String, String> problems() {
        return problems;
    }

    /** None if something is wrong. */
    Optional<Agency> agency(String id) {
        Supplier<Agency> agency = whole(id);
        return problems.isEmpty() ? Optional.of(agency.get()) : Optional.empty();
    }

    private Supplier<Agency> whole(String id) {
        String name = line("name", messages.needsName());
        String credit = line("creditLine", messages.needsCredit());
        require(typed.text("disclaimer").length() <= LONGEST_DISCLAIMER, "disclaimer", messages.tooLong());
        Agency.Kind kind = one(Agency.Kind.class, "kind", Agency.Kind.NEWS);
        Agency.Habits habits = habits();
        Agency.Routing routing = routing();
        Licence rights = rights();
        Agency.Publishing publishing = publishing();
        Set<String> senders = senders();
        Optional<Duration> silence =
                optional("silence", messages.needsMinutes(), text -> Duration.ofMinutes(number(text, 1, 100_000)));
        return () -> new Agency(
                id,
                name,
                kind,
                habits,
                credit,
                Optional.of(typed.text("disclaimer")),
                routing,
                rights,
                publishing,
                senders,
                silence);
    }

    private Agency.Habits habits() {
        Optional<ZoneId> zone = optional("zone", messages.needsZone(), ZoneId::of);
        require(!typed.text("zone").isEmpty(), "zone", messages.needsZone());
        Optional<Charset> charset = optional("charset", messages.needsCharset(), Charset::forName);
        Optional<String> language = optional(
                "language",
                messages.needsLanguage(),
                text -> new Locale.Builder().setLanguageTag(text).build().toLanguageTag());
        List<String> names = typed.lines("datelineNames");
        require(names.stream().allMatch(name -> name.length() <= LONGEST_LINE), "datelineNames", messages.tooLong());
        return new Agency.Habits(zone.orElse(publication.zone()), charset, language.orElse(""), names, signOffs());
    }

    private List<Pattern> signOffs() {
        List<String> lines = typed.lines("signOffs");
        require(lines.size() <= MOST_SIGN_OFFS, "signOffs", messages.tooMany(MOST_SIGN_OFFS));
        return lines.stream().flatMap(line -> pattern(line).stream()).toList();
    }

    private Optional<Pattern> pattern(String line) {
        try {
            Pattern pattern = Pattern.compile(line);
            boolean patient = line.length() <= LONGEST_LINE && !Patience.isLost(pattern);
            require(patient, "signOffs", messages.runsAway(line));
            return patient ? Optional.of(pattern) : Optional.empty();
        } catch (PatternSyntaxException wrong) {
            problems.put("signOffs", messages.needsPattern(line, wrong.getDescription()));
            return Optional.empty();
        }
    }

    private Agency.Routing routing() {
        String section = typed.text("section");
        require(section.isEmpty() || publication.section(section).isPresent(), "section", messages.needsSection());
        Map<String, String> sections = new TreeMap<>();
        for (String line : typed.lines("sections")) {
            String[] parts = line.split("=", 2);
            boolean known = parts.length == 2
                    && !parts[0].isBlank()
                    && publication.section(parts[1].strip()).isPresent();
            require(known, "sections", messages.needsRoute(line));
            if (known) {
                sections.put(parts[0].strip().contains(":") ? parts[0].strip() : lower(parts[0]), parts[1].strip());
            }
        }
        return new Agency.Routing(Optional.of(section).filter(slug -> !slug.isEmpty()), sections);
    }

    private Agency.Publishing publishing() {
        Set<String> sections = new HashSet<>(typed.lines("autoSection"));
        require(
                sections.stream().allMatch(slug -> publication.section(slug).isPresent()),
                "autoSection",
                messages.needsSection());
        return new Agency.Publishing(
                typed.ticked("automatic"),
                required("leastUrgency", messages.needsUrgency(), text -> number(text, 1, 9), 1),
                sections,
                one(AccessClass.class, "access", AccessClass.PREMIUM),
                required("freeParagraphs", messages.needsFreeParagraphs(), text -> number(text, 1, 20), 1));
    }

    private Licence rights() {
        Set<String> territory = new HashSet<>(
                Arrays.asList(typed.text("territory").toUpperCase(Locale.ROOT).split("[\\s,;]+")));
        territory.remove("");
        territory.stream()
                .filter(code -> !COUNTRIES.contains(code))
                .forEach(code -> problems.put("territory", messages.needsCountry(code)));
        return new Licence(
                typed.ticked("web"),
                optional("archiveDays", messages.needsDays(), text -> number(text, 0, 99_999)),
                typed.ticked("epaper"),
                typed.ticked("newsletter"),
                typed.ticked("feeds"),
                typed.ticked("ai"),
                territory,
                optional("until", messages.needsDay(), LocalDate::parse),
                typed.ticked("index"));
    }

    private Set<String> senders() {
        Set<String> senders = new HashSet<>();
        for (String line : typed.lines("senders")) {
            require(SENDER.matcher(lower(line)).matches(), "senders", messages.needsSender(line));
            senders.add(lower(line));
        }
        return senders;
    }

    private String line(String field, String missing) {
        require(!typed.text(field).isEmpty(), field, missing);
        require(typed.text(field).length() <= LONGEST_LINE, field, messages.tooLong());
        return typed.text(field);
    }

    private <E extends Enum<E>> E one(Class<E> type, String field, E otherwise) {
        return required(
                field, messages.needsChoice(), text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)), otherwise);
    }

    private <T> T required(String field, String sentence, Function<String, T> reading, T otherwise) {
        require(!typed.text(field).isEmpty(), field, sentence);
        return optional(field, sentence, reading).orElse(otherwise);
    }

    private <T> Optional<T> optional(String field, String sentence, Function<String, T> reading) {
        try {
            return Optional.of(typed.text(field))
                    .filter(text -> !text.isEmpty())
                    .map(reading);
        } catch (DateTimeException | IllformedLocaleException | IllegalArgumentException wrong) {
            problems.put(field, sentence);
            return Optional.empty();
        }
    }

    private static int number(String text, int from, int to) {
        int number = Integer.parseInt(text);
        if (number < from || number > to) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private void require(boolean met, String field, String sentence) {
        if (!met) {
            problems.putIfAbsent(field, sentence);
        }
    }
}
