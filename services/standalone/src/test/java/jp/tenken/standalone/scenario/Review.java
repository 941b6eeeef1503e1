package jp.tenken.standalone.scenario;

/** A revision is handed in by one, approved by another and confirmed by a third. */
final class Review {

    private final Chronicle chronicle;
    private final Town town;
    private final Contract contract;
    private final int revision;

    Review(Chronicle chronicle, Town town, Contract contract, int revision) {
        this.chronicle = chronicle;
        this.town = town;
        this.contract = contract;
        this.revision = revision;
    }

    /**
     * Nothing is left to be decided, so the contract is in order at every step; what was in force
     * before stays in force until the end.
     *
     * @param terms of the confirmation
     */
    void isPlayed(String terms) throws Exception {
        town.submits(contract);
        former(chronicle.scene("revision " + revision + " is handed in"))
                .contract(contract, "in_order")
                .checklist(contract, revision, "submitted")
                .history(contract, "ChecklistSubmitted")
                .happened("ChecklistSubmitted");
        town.approves(contract);
        former(chronicle.scene("revision " + revision + " is approved"))
                .contract(contract, "in_order")
                .checklist(contract, revision, "approved")
                .history(contract, "ChecklistApproved", "ChecklistSubmitted")
                .happened("ChecklistApproved");
        town.confirms(contract, terms);
        chronicle
                .scene("revision " + revision + " is confirmed")
                .contract(contract, "in_order")
                .checklist(contract, revision, "confirmed")
                .history(contract, "ChecklistConfirmed", "ChecklistApproved", "ChecklistSubmitted")
                .happened("ChecklistConfirmed");
    }

    private Scene former(Scene scene) throws Exception {
        return revision > 1
                ? scene.inForce(contract, revision - 1)
                : scene.nothingInForce(contract);
    }
}
