package news.masthead.billing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Somebody who has the whole database, every secret in it among the rest, who knows every reader, every story and how this program makes
 * pseudonyms, and who wants to know who read what.
 */
final class Burglar {

    private static final HexFormat HEX = HexFormat.of();
    private static final int HANDLE = 12;
    private static final int LONGEST_HANDLE = 200;
    private static final int PSEUDONYM_BYTES = 16;

    private final List<Row> rows = new ArrayList<>();
    private final Set<String> tables = new TreeSet<>();
    private final List<byte[]> secrets = new ArrayList<>();

    /**
     * @param names all that a reader is called by: account number, e-mail address, subject, session, anonymous id, cookie
     * @param masks what pseudonyms may be made of
     */
    record Suspect(String who, Set<String> names, Set<String> masks) {}

    /** A row that names a reader and a story. */
    record Tie(String table, String who, String story) {}

    /** @param values as text; those of bytes in hexadecimal and as the text that they may be */
    private record Row(String table, Map<String, String> values) {

        String text() {
            return String.join("\n", values.values());
        }
    }

    /** Every column of every table, as a dump would have them. */
    static Burglar withAllOf(Connection database) throws SQLException {
        Burglar burglar = new Burglar();
        try (Statement statement = database.createStatement()) {
            for (String table : names(statement)) {
                burglar.take(table, statement);
            }
        }
        return burglar;
    }

    int loot() {
        return rows.size();
    }

    Set<String> tables() {
        return tables;
    }

    /** What ties any of these readers to any of these stories, in one row or through a value that stands in several. */
    Set<Tie> ties(Collection<Suspect> suspects, Collection<String> stories) {
        Map<String, Set<String>> aliases = aliases(suspects, stories);
        return rows.stream()
                .flatMap(row -> suspects.stream()
                        .filter(suspect -> names(row.text(), aliases.get(suspect.who())))
                        .flatMap(suspect -> stories.stream()
                                .filter(story -> row.text().contains(story))
                                .map(story -> new Tie(row.table(), suspect.who(), story))))
                .collect(Collectors.toSet());
    }

    private static List<String> names(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet found = statement.executeQuery("""
                select table_name from information_schema.tables
                where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'""")) {
            while (found.next()) {
                names.add(found.getString(1));
            }
        }
        return names;
    }

    private void take(String table, Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("select * from " + table)) {
            while (found.next()) {
                Map<String, String> values = new HashMap<>();
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    values.put(found.getMetaData().getColumnName(column), value(found, column));
                }
                rows.add(new Row(table, values));
                tables.add(table);
            }
        }
    }

    /** Any bytes may be a secret. */
    private String value(ResultSet found, int column) throws SQLException {
        if (!found.getMetaData().getColumnTypeName(column).equals("bytea")) {
            return String.valueOf(found.getString(column));
        }
        byte[] bytes = found.getBytes(column);
        if (bytes == null) {
            return "";
        }
        if (bytes.length == 32) {
            secrets.add(bytes);
        }
        return HEX.formatHex(bytes) + " " + new String(bytes, StandardCharsets.UTF_8);
    }

    /** What stands beside a name of a reader, and of no other reader, is one more name: a key, a number at Stripe, a session. */
    private Map<String, Set<String>> aliases(Collection<Suspect> suspects, Collection<String> stories) {
        Map<String, Set<String>> aliases =
                suspects.stream().collect(Collectors.toMap(Suspect::who, this::namesAndPseudonyms));
        for (int round = 0; round < 3; round++) {
            Map<String, Set<String>> more = new HashMap<>();
            suspects.forEach(suspect -> more.put(suspect.who(), handles(aliases.get(suspect.who()), stories)));
            Map<String, Long> holders = more.values().stream()
                    .flatMap(Set::stream)
                    .collect(Collectors.groupingBy(handle -> handle, Collectors.counting()));
            more.forEach((who, handles) ->
                    handles.stream().filter(handle -> holders.get(handle) == 1).forEach(aliases.get(who)::add));
        }
        return aliases;
    }

    private Set<String> handles(Set<String> names, Collection<String> stories) {
        return rows.stream()
                .filter(row -> names(row.text(), names))
                .flatMap(row -> row.values().values().stream())
                .flatMap(value -> Stream.of(value.split(" ", 2)[0]))
                .filter(value -> value.length() >= HANDLE && value.length() <= LONGEST_HANDLE)
                .filter(value -> value.chars().anyMatch(Character::isDigit))
                .filter(value -> stories.stream().noneMatch(value::contains))
                .filter(value -> !value.matches("\\d{4}-\\d\\d-\\d\\d.*"))
                .collect(Collectors.toSet());
    }

    private static boolean names(String text, Set<String> names) {
        return names.stream().anyMatch(text::contains);
    }

    private Set<String> namesAndPseudonyms(Suspect suspect) {
        Set<String> all = new HashSet<>(suspect.names());
        for (String mask : suspect.masks()) {
            byte[] words = mask.getBytes(StandardCharsets.UTF_8);
            spell(sha256(words), all);
            for (byte[] secret : secrets) {
                spell(hmac(secret, words), all);
                spell(sha256(secret, words), all);
                spell(sha256(words, secret), all);
            }
        }
        return all;
    }

    /** Whole or cut short, in the alphabets that bytes are written in. */
    private static void spell(byte[] digest, Set<String> all) {
        byte[] cut = Arrays.copyOf(digest, PSEUDONYM_BYTES);
        all.add(HEX.formatHex(cut));
        all.add(Base64.getUrlEncoder().withoutPadding().encodeToString(cut).substring(0, 21));
        all.add(Base64.getEncoder().withoutPadding().encodeToString(cut).substring(0, 21));
    }

    private static byte[] hmac(byte[] secret, byte[] words) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(words);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
