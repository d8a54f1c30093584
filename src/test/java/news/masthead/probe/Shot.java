package news.masthead.probe;

/** One try of a technique at a story by a visitor. */
record Shot(String technique, Canary story, Visitor visitor, Ask ask) {

    @Override
    public String toString() {
        return technique + " as " + visitor + " at " + story + ": " + ask;
    }
}
