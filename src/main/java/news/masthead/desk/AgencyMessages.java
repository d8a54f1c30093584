package news.masthead.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the agencies' pages. */
@MessageBundle("agency")
interface AgencyMessages {

    @Message("Agencies")
    String agencies();

    @Message("Add an agency")
    String add();

    @Message(
            "With its profile saved it is one of the paper’s agencies. What it proves itself with when it delivers is set by the operator.")
    String addWords();

    @Message("We know the habits of these")
    String known();

    @Message("The paper has no agency yet.")
    String empty();

    @Message("Id")
    String id();

    @Message("Small letters, digits and hyphens. It stands in addresses and folders and cannot be changed.")
    String idHint();

    @Message("The profile is saved and holds from now on.")
    String saved();

    @Message("Please put right what is marked below. Nothing was saved.")
    String notSaved();

    @Message("Save the profile")
    String save();

    @Message("Only a chief editor or an administrator may change a profile.")
    String mayNotSave();

    @Message("Who it is")
    String identity();

    @Message("Name")
    String name();

    @Message("What it sends")
    String kind();

    @Message("News")
    String kindNews();

    @Message("Press releases")
    String kindPressRelease();

    @Message("paid matter: labelled, free for everybody, links sponsored")
    String kindPressReleaseHint();

    @Message("Credit line")
    String creditLine();

    @Message("Stands under the headline of every story made of its copy.")
    String creditLineHint();

    @Message("Disclaimer")
    String disclaimer();

    @Message("At the foot of copy that nobody here touched. \\{publication} stands for the paper’s name.")
    String disclaimerHint();

    @Message("How it writes")
    String habits();

    @Message("Time zone")
    String zone();

    @Message("Of times that name none, for example Asia/Kolkata.")
    String zoneHint();

    @Message("Character set")
    String charset();

    @Message("Of files that name none and are not UTF-8. Empty means windows-1252.")
    String charsetHint();

    @Message("Language")
    String language();

    @Message("Of items that name none, for example en-IN.")
    String languageHint();

    @Message("Names in datelines")
    String datelineNames();

    @Message("What stands in the brackets of its datelines, beside its id and credit line; one a line.")
    String datelineNamesHint();

    @Message("Sign-offs")
    String signOffs();

    @Message("Regular expressions for the desk’s mark at the very end of a text; one a line.")
    String signOffsHint();

    @Message("Trusted senders")
    String senders();

    @Message("Addresses, or domains that begin with @, that its mail may come from; one a line.")
    String sendersHint();

    @Message("Usual silence")
    String silence();

    @Message(
            "After so many minutes without an item the desk is alarmed. Empty: what is usual is learned from its own habits.")
    String silenceHint();

    @Message("Where its stories belong")
    String routing();

    @Message("Section")
    String section();

    @Message("None")
    String noSection();

    @Message("Routes")
    String sections();

    @Message("A subject code or a word of the slugline, = and a section, one route a line: medtop:20000385 = markets")
    String sectionsHint();

    @Message("Without an editor")
    String publishing();

    @Message("Publish without an editor")
    String automatic();

    @Message("what its rights allow and nothing holds")
    String automaticHint();

    @Message("Least urgency")
    String leastUrgency();

    @Message("1 is the most urgent. With 9 an item need not say.")
    String leastUrgencyHint();

    @Message("Only in these sections")
    String autoSections();

    @Message("Rights")
    String rights();

    @Message("What its contract lets us do. A right that is taken away here is gone from every page at once.")
    String rightsWords();

    @Message("The site")
    String web();

    @Message("E-paper")
    String epaper();

    @Message("Newsletters")
    String newsletter();

    @Message("Feeds")
    String feeds();

    @Message("Machine learning")
    String ai();

    @Message("Search engines may list its stories")
    String index();

    @Message("Days in the archive")
    String archiveDays();

    @Message("After so many days only headline, date and credit stay. Empty means for ever.")
    String archiveDaysHint();

    @Message("Territory")
    String territory();

    @Message("Two-letter codes of the countries it may be shown in. Empty means everywhere.")
    String territoryHint();

    @Message("Contract ends")
    String until();

    @Message("The first day on which no word of it may be shown. Empty means open.")
    String untilHint();

    @Message("Who changed what")
    String history();

    @Message("The desk never changed this profile.")
    String historyEmpty();

    @Message("saved without a change")
    String nothingChanged();

    @Message("nothing")
    String nothing();

    @Message("An id is made of small letters, digits and single hyphens.")
    String needsId();

    @Message("The paper has an agency with this id already.")
    String takenId();

    @Message("An agency needs a name.")
    String needsName();

    @Message("An agency needs a credit line: no story of it is published without one.")
    String needsCredit();

    @Message("A time zone as Asia/Kolkata or UTC, please.")
    String needsZone();

    @Message("This machine knows no character set of that name.")
    String needsCharset();

    @Message("A language tag as en-IN, please.")
    String needsLanguage();

    @Message("Choose sections of the paper.")
    String needsSection();

    @Message("A whole number of minutes from 1, please, or nothing.")
    String needsMinutes();

    @Message("A whole number from 1 to 9, please.")
    String needsUrgency();

    @Message("A whole number from 1 to 20, please.")
    String needsFreeParagraphs();

    @Message("A whole number of days, please, or nothing.")
    String needsDays();

    @Message("A day as 2027-03-31, please, or nothing.")
    String needsDay();

    @Message("Choose one of these.")
    String needsChoice();

    @Message("This is too long.")
    String tooLong();

    @Message("No more than {count} lines, please.")
    String tooMany(int count);

    @Message("“{line}” is no regular expression: {why}.")
    String needsPattern(String line, String why);

    @Message("“{line}” could take too long to match. Say it more simply.")
    String runsAway(String line);

    @Message("“{line}” is no route: a code or word, =, and a section of the paper.")
    String needsRoute(String line);

    @Message("“{code}” is no two-letter country code.")
    String needsCountry(String code);

    @Message("“{line}” is neither a mail address nor a domain that begins with @.")
    String needsSender(String line);
}
