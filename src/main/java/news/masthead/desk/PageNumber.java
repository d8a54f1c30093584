package news.masthead.desk;

/** The page of a list that an address asks for, from 0; anything that is no such number is the first. */
final class PageNumber {

    private PageNumber() {}

    static int of(String page) {
        return page != null && page.matches("\\d{1,4}") ? Integer.parseInt(page) : 0;
    }
}
