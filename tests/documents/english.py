"""Plans of teams, courses and funded projects, in English."""

from word import Word

FONTS = ("Arial", "Calibri")


def syllabus(path):
    """This year's schedule, and last year's below it, each with weekdays; one weekday is wrong."""
    word = Word(FONTS)
    word.title("Software Engineering Lab – Course Schedule, Fall 2023")
    word.text("Sessions take place on Tuesdays. The project report must be handed in by December 8, 2023.")
    word.head("Schedule")
    word.table(
        ("Week", "Date", "Topic", "Material"),
        ("1", "Tue, Sep 5", "Introduction and tools", "Slides 1"),
        ("2", "Tue, Sep 12", "Version control", "Slides 2"),
        ("3", "Tue, Sep 19", "Requirements workshop", "Chapter 2.5"),
        ("4", "Tue, Sep 26", "Design review", "Chapter 3.1"),
        ("5", "Oct 2-6", "Reading week", ""),
        ("6", "Thu, Oct 10", "Testing lab", "Slides 5"),
        ("7", "Tue, Oct 17", "Continuous integration", "Chapter 4.2"),
        ("8", "TBD", "Guest lecture", ""),
        ("9", "10/30-3", "Project demos", ""),
    )
    word.head("Grading")
    word.table(("Part", "Weight"), ("Homework", "40 %"), ("Project", "45 %"), ("Participation", "15 %"))
    word.head("Schedule of last year (Fall 2022), for orientation")
    word.table(
        ("Week", "Date", "Topic"),
        ("1", "Tue, Sep 6", "Introduction and tools"),
        ("2", "Tue, Sep 13", "Version control"),
        ("3", "Tue, Sep 20", "Requirements workshop"),
        ("4", "Tue, Sep 27", "Paper prototyping"),
    )
    word.save(path)


def grant_milestones(path):
    """Milestones whose group stands in the last column; a date replaced by another; budget and risks beside them."""
    word = Word(FONTS)
    word.title("Coastal Data Commons – Work Plan and Milestones")
    word.text(["The project answers the call for proposals", ("note", "Published on 12 March 2018."),
               " and runs from 1 February 2019 to 31 January 2020."])
    word.head(["Milestones", ("ins", " (reviewer: please add the pilot of 1 May 2019)")])
    word.table(
        ("", "Due", "Lead", "Work package"),
        ("Kick-off meeting", "February 2019", "Coordinator", "Management"),
        ("Data inventory", "17 May 2019 => 24 May 2019", "Data team", "Inventory"),
        ("Metadata profile", "28 June 2019", "Data team", "Inventory"),
        ("Prototype portal", "30 September 2019", "Software team", "Portal"),
        ("User tests", "Mid-November 2019", "Software team", "Portal"),
        ("Training workshops", "TBD", "Coordinator", "Outreach"),
        ("Final conference", "15 January 2020", "Coordinator", "Outreach"),
    )
    word.text("The interim report is due on 15 July 2019.")
    word.head("Risks")
    word.table(("Risk", "Likelihood", "Answer"), ("Late data", "medium", "Ask again after two weeks"),
               ("Staff leaves", "low", "Share knowledge early"))
    word.head("Budget")
    word.table(("Item", "Amount", "Paid on"), ("Staff", "84,500", "monthly"), ("Travel", "6,200", "1 June 2019"),
               ("Servers", "2,750", "1 March 2019"))
    word.save(path)


def branch_opening(path):
    """Numbered headings, the time below each, over New Year; steps under the time."""
    word = Word(FONTS)
    steps = word.list(("decimal", "%1. "))
    word.title("Opening of the Harbour Branch Library")
    word.head("Sign the lease", number=steps)
    word.text("15 November 2023")
    word.texts("agree on the rent", "hand over the keys", style="List Bullet")
    word.head("Fit out the rooms", number=steps)
    word.text("From 4 December 2023 to 26 January 2024")
    word.text("Owner: Building services")
    word.head("Order shelves and desks", number=steps)
    word.text("These should be done by 12 January 2024:")
    word.texts("compare three offers", "order through the purchasing office", style="List Bullet")
    word.head("Move the stock", number=steps)
    word.text("5-16 February 2024")
    word.text("Owner: Stock team")
    word.head("Train the staff", number=steps)
    word.text("19 Feb 2024 – 1 Mar 2024")
    word.head("Open the doors", number=steps)
    word.text("Monday 4 March 2024")
    word.save(path)


RELEASE_PLAN = """\
---
title: Release 4.2 schedule
date: 2023-11-02
---

# Release 4.2 schedule

| Date       | Milestone            | Owner        |
|------------|----------------------|--------------|
| 2024-01-15 | Feature freeze       | Core team    |
| 2024-01-29 | Alpha 1              | Release team |
| 2024-02-19 | Beta 1               | Release team |
| 2024-03-18 | General availability | Release team |

## Details

- Jan 15: Feature freeze
- Feb 5 - Feb 9: Documentation sprint
- Monday, Feb 27: Beta 2
- Mar 4, 02:00 UTC (Mar 3, 18:00 PST): Tag the release candidate
- Mar 25: General availability
- Any time after the beta freeze: Update the translations
- TBD: Release party

Bugs fixed in 4.1.2 and 3.12 are not listed. Support for 3.9 ended on 31 December 2022.
"""

MIGRATION = """\
,Task,Owner,Target date,Status,,Notes
1,Inventory of mailboxes,IT desk,3/15/2024,Completed,,
2,Archive shared folders,Records office,3/29/2024,100%,,"two folders left, see 2.5"
3,Move the pilot group,IT desk,4/12/2024,60%,,
4,Move all departments,IT desk,5/31/2024,0%,(estimated),
5,Switch off the old server,IT desk,6/31/2024,Not started,(estimated),
6,Collect lessons learned,Office,,,,
"""

READING_WEEKS = """\
Spring reading weeks at the town library
Leaflet: https://library.example/2019/03/reading-weeks

Monday 1st - Friday 5th April: Book fair in the foyer
Tuesday 9th April - Story time for schools
Early May: Author visit
10th May, Poster competition closes
Reading night - 24 May
Saturday, 1 June, 12pm: Picnic and book swap
Prize giving - June
Summer programme: to be announced
"""
