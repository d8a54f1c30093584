package news.masthead.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the operator's configuration says of an agency, as a profile to lay over the shipped one. */
final class ContractProfile {

    private ContractProfile() {}

    static ObjectNode of(Contracts.Contract contract) {
        ObjectNode profile = Profiles.empty();
        contract.name().ifPresent(name -> profile.put("name", name));
        contract.creditLine().ifPresent(line -> profile.put("creditLine", line));
        contract.disclaimer().ifPresent(words -> profile.put("disclaimer", words));
        habits(contract, profile.putObject("habits"));
        ObjectNode routing = profile.putObject("routing");
        contract.section().ifPresent(slug -> routing.put("section", slug));
        if (!contract.sections().isEmpty()) {
            ObjectNode sections = routing.putObject("sections");
            contract.sections().forEach(sections::put);
        }
        return profile;
    }

    private static void habits(Contracts.Contract contract, ObjectNode habits) {
        contract.zone().ifPresent(zone -> habits.put("zone", zone));
        contract.charset().ifPresent(charset -> habits.put("charset", charset));
        contract.language().ifPresent(language -> habits.put("language", language));
        contract.datelineNames().ifPresent(names -> names.forEach(habits.putArray("datelineNames")::add));
        contract.signOff().ifPresent(pattern -> habits.putArray("signOffs").add(pattern));
    }
}
