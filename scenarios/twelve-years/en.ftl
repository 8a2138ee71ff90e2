title = Twelve Years
briefing =
    You receive visitors at the education bureau of Qinghe County. You took over the desk last month and have cleared out the drawers of eight people before you.

    Today is Monday, 16 March, the day on which the bureau's leaders receive in person; deputy director He is in the building. The first visitor of the morning has twelve years of entries in the register.

    This will take until July: today in the reception room; on Friday the county archive, and a telephone call in the afternoon; at the end of April the written opinion; in June a journey to Greenstone Gully; in July a call back.
objective-1 = Receive somebody who has been coming for twelve years
objective-2 = Two offices have answered differently: what now?
objective-3 = Partly right and partly not: how to decide it, how to say it
objective-4 = How to speak with one of our own in the room
objective-5 = What is left to do when every instance is through

case-1 = From the register
    .text =
        Jiang Yuzhen, female, 72, Greenstone Gully. Former community teacher.
        Twenty-three visits since 2014, to eight different people at this desk.
        Matter each time: years of teaching, allowance, pension.
        What was done: passed to personnel, passed to the central school, answered orally, answered orally, answered orally … Never a written opinion.
case-2 = The allowance, in short
    .text =
        For each year of teaching 20 yuan a month, paid from January 2014.
        Years are proved by the roll or the letter of appointment; where the roll is silent, by the pay sheets of the archive or the township.
        What was wrongly reckoned or left out is paid from the month in which it was due.
        Substitute teaching arranged by a village alone does not count. The allowance changes nobody's status.
case-3 = Ledger: Jiang Yuzhen
    .text =
        Paid for five years, 100 yuan a month.
        Proof of the five years: the commune's roll, 1978 to 1983.
        In the autumn of 1983 the commune became a township; the roll was not kept up.

visitor-jiang = Jiang Yuzhen
    .role = former community teacher, Greenstone Gully
staff-he = He Zhiqiang
    .role = deputy director in charge
staff-wei = Wei Kai
    .role = personnel section

fact-five = November 2014, personnel section of the bureau: the files show five years
fact-twelve = May 2019, the township's central school, with its seal: twelve years of teaching, true
fact-slips = After 1983 the pay was drawn month by month against slips with her own seal
fact-hip = Her husband broke his hip in January and lies at home; 23,000 out of their own pocket, 18,000 owed to a nephew
fact-exam = In the examination of 1987 she was four marks short; the village kept her on as a substitute for three years
fact-ledger = The archive holds the pay sheets from September 1983 to July 1987: four years, her seal every month
fact-seal = Her father carved the seal out of jujube wood, five characters: Teacher Jiang Yuzhen
fact-board = The old classroom comes down next year; she wants some place where it is written that she taught
fact-eight = She gives the handling eight out of ten; the two off are for the pension

claim-years = Twelve years of teaching recognised
    .only = from September 1978 to July 1987, nine years
    .at = the county government
claim-back = What was paid too little since 2014, paid now
    .because = four years too few, 80 yuan a month, 148 months up to April: 11,840 yuan
claim-pension = A pension like a state teacher's
    .because = the allowance changes nobody's status
    .at = the county government

answers-years = nine years can be proved: five by the roll, four by the pay sheets in the archive; for the three after that the village had asked her itself
    .who-1 = personnel section of the county bureau
    .said-1 = the files show five years
    .who-2 = central school of Greenstone township
    .said-2 = twelve years of teaching, true

promise-friday = Phone Mrs Jiang on Friday and say how far the archive has got
promise-opinion = On 29 April hand her the written opinion
promise-twelve = Get her all twelve years
promise-money = The back pay will be in her account before May
promise-pension = Arrange the pension for her within a month
promise-callback = Phone Mrs Jiang on 20 July

visit-desk = Reception room: the ninth person
visit-archive = County archive: the commune's old books
visit-phone = Friday's call
visit-opinion = Reception room: the opinion
visit-school = Greenstone Gully: the old classroom
visit-call = Calling back

# 16 March, the reception room

node-door = Five past nine. A cloth bag comes through the door first, then the person, one hand on the frame. She does not look at you. She looks at the row of name plates on the wall, finds the new one, and reads it out.
node-at_the_door =
    .number = Have you got a number? Give me your card to scan, then sit down and tell me everything, one thing after the other. There's no hurry.
    .chair = Get up, take two steps to meet her, pull out the chair, and sit only when she is settled
    .again = Oh, Teacher Jiang, you again. The same business, I take it? Sit, sit.
    .screen = Lift a hand towards the chair, head down, and finish this message on the phone first
    .teacher = The register says you were a teacher, so I'll call you Teacher Jiang. Come in and sit down, do.
node-books = (puts the bag on the desk and takes out exercise books, one after the other, twelve of them, edges straight) One for each year. The day, whom I saw, what they answered. How it made me lose heart, I've said all that before; today it's business only. Eight people have sat in that chair. You're the ninth.
    .feeling-1 = lose heart
    .variant-1 = (stands, and lays her card on the edge of the desk) Scan away. It's been through eight people's machines. (and takes out exercise books, one after the other) One for each year. How it made me lose heart, I've said all that before; today it's business only. You're the ninth.
    .feeling-2 = lose heart
node-the_books =
    .first = That you lose heart is in these twelve books, said or not. Who answered you in the first one, and what?
    .system = All of this is in the system. Just give me the outline and I'll call it up as you talk; it saves leafing through.
    .eight = Years are for personnel, money is for finance, and I register and accept. Let me first explain to you who does what.
    .open = Take the oldest book, read its first page, and then open the newest
    .copy = Square up the twelve books, push them back to her, and look up the visits on the screen
node-two_answers = One: November 2014, your personnel section says the files show five years. Two: May 2019, the central school puts its seal under twelve years, true. (slides two sheets over, side by side) When I was teaching, if one sum had two answers, one of them got a cross.
node-which_cross =
    .stamp = The central school has no power to count years. That seal means nothing; the personnel section is right.
    .both = Personnel wrote five years and the school wrote twelve. I'll copy both, and finding out which gets the cross is my errand, not yours.
    .own_way = Both have a seal, both count. Don't be in a hurry with the cross; perhaps each has its own way of reckoning.
    .theirs = Push the school's sheet back to her and point at the signature under the other one
    .side = Copy the two sheets side by side, underline the dates, and write “to be checked” in the gap
node-he_comes = (comes in with his tea, sees the exercise books, and holds the lid before his mouth) A regular. Register her and that's one more repeat visit, and the county ranks us at the end of the month. Give her a word or two and leave it out of the book today, will you.
node-the_rank =
    .later = Right, director. I'll just listen for now and put her in the book once she's gone. It's a few minutes' work and won't spoil the month's figures.
    .every = Director, each visit gets its entry, that's Article 23 of the Petition Regulation. It can't be left out.
    .shut = Say nothing, close the register, and wait until the director has gone off with his tea
    .hers = Mrs Jiang, you're entered each time you come. Take the number; your phone will show you where it stands.
node-good_ears = (waits until he is gone) Seventy-two, and my ears still work. Entered or not: for you people, is a number all that's left of me?
    .variant-1 = (waits until he is gone, takes off her glasses and wipes them) Eight people, and the first time I've heard anyone answer him like that. … Then I'll ask you: once I'm in the book, am I more than a number?
node-a_number =
    .no = In your place I'd sit here, look at that register, and think the same. Do go on, what did they tell you after that, and who was it?
    .write = What's in the book has to have an end to it: who handles it, which day you hear. If one is missing, bring me the number.
    .not_here = Not with me. I've been here for a month and have nobody's old accounts to settle, so rest easy.
    .rules = We register because the rules say so. Whether it's a number isn't up to us; that's what they look at above.
    .aloud = I'll read it out as I write: what you ask, and on what grounds. If it's wrong, take your red pencil to it.
node-register =
    .claim = Claim, as she means it
    .claim-hers = Twelve years recognised; what was paid too little, paid; a pension like a state teacher's
    .claim-ours = Concerns the implementation of community teachers' benefits
    .claim-old = An old matter, answered many times, will not let it rest
    .answers = Earlier answers
    .answers-both = Personnel section 2014: five years; central school 2019: twelve years, certified
    .answers-one = The bureau's personnel section has given a clear answer from the files, five years, which the visitor will not accept
    .since = After 1983
    .since-slips = Pay drawn month by month, against her own seal
    .income = Children's jobs and income
    .income-son = Son delivers parcels in Xi'an, 7,000 a month
    .printed-person = Jiang Yuzhen
    .printed-contact = Greenstone Gully; telephone as registered before
    .printed-people = one person
    .printed-received-on = 16 March 2026
node-what_more =
    .autumn = When the commune became a township in the autumn of 1983, where did the roll go?
    .home = There's a chemist's bill sticking out of your bag. Who's on medicine at home?
    .three = The three years after 1987, what was different about them?
node-slips = The roll went to the township's schools office, then that was merged away, and whoever you ask knows nothing. But the pay in those years had to be fetched every month, eleven yuan fifty, and on every slip is my own seal. Where the slips went I've been asking for twelve years.
node-where_slips =
    .burnt = The commune's books? Most likely pulped. After forty years, who can say.
    .say_on = Fetched every month, sealed every month, so the commune's bookkeeper had the slips; who was that, do go on.
    .witness = The slips are most likely gone; better ask two old colleagues for a statement and have the village seal it.
    .why = A clue like that, and you never mentioned it? Had you told us sooner we'd have found it, and you'd not have waited till today.
    .archive = The commune's books ended up in the county archive, I think, so I'll look for the slips there. Get your breath back first.
node-hip = Old Zhou, my husband. Slipped in the snow in January: the hip. The hospital was twenty-three thousand out of our own pocket, eighteen of that from a nephew. At night I have to turn him, and I can't turn him, so the two of us sit and wait for it to get light. It's nothing to do with the years, you needn't write it.
node-for_today =
    .unrelated = Nod, tuck the bill back into her bag for her, and go on about the years
    .today = Leave the years for now. With a fall and debts you can apply for temporary assistance, Article 47 of the Social Assistance Measures; shall I go to the township with you today?
    .children = What about your son? Children have to help at a time like this. It can't all be left to the state. And how can you carry it alone?
    .night = The two of you waiting for it to get light. … The township has temporary assistance. Shall I write the application?
node-dont_ask = (puts the red pencil away in its case) … Those three years, don't ask. The village wanted me, the children had nobody. Put it on paper and everyone can read it.
node-those_three =
    .must = I have to ask. Your years are gone through one by one, and if you leave one out nothing adds up. If you won't say, I can't write any further.
    .who_sees = What others shouldn't read stays off the form, and I'll tell you one by one who may see the file. Say it or leave it, either will do.
    .guess = Was there something about the papers? You can tell me, don't worry. Everybody had something in those days.
    .wait = Put the pen down, turn the form over on its face, and wait for her to speak
node-closes_up = (the pencil case zips shut) Leave it empty, then. Empty, it's still twelve years.
node-failed = The great check of eighty-seven, one paper for everybody. I'd taught sums for nine years, and I failed the sums, four marks short. They struck me off. Nobody else would come up here, so the village asked me to stay, three years more. Zhou doesn't know. Four marks, and I've been ashamed of them for nearly forty years.
    .feeling-1 = ashamed
node-four_points =
    .nothing = What are four marks? A test like that proves nothing. You mustn't carry it about with you.
    .still_came = Ashamed for nearly forty years, and yet it was Teacher Jiang who took the class nobody would come for. It stops with me.
    .so = For those three the village asked you, that's Article 6 and a separate matter. The four years that aren't on the roll I'll look up on Friday.
    .one = You've told nobody in forty years and you told me; I won't write it or pass it on. Ashamed is what they should be who gave you no papers.
node-how_many = (looks at the clock) That was an hour. In my class I used to test whether they'd listened. How many things have you heard? Put it in one sentence, and no more than fifty characters.
node-in_fifty =
    .formula = You report that community teachers' benefits have long not been properly implemented, and you demand attention and a speedy solution. I have that right.
    .define = The bureau says five years, the school twelve, so that's to be settled; what was paid too little; and an answer on the pension. Three, is that it?
    .one = In the end it's one thing, the years. If they're right, the arrears and the pension come right as well.
    .thick = I heard it all. With these twelve books of yours, how could I not? Don't you worry, nothing of yours will be lost.
    .paper = Write: five years or twelve, settle it; pay what was short; answer on the pension. Hand it to her to correct
node-one_road = (goes over it with the red pencil) Three things. And how do we go about it? The eight before you only ever had one way: go home and wait.
    .variant-1 = (the red pencil draws a ring in the air) You've left some out. Three: how many years, how much is owed, the pension. I'll note it myself. And how do we go about it? The eight before you only ever had one way: go home and wait.
node-three_roads =
    .magnets = Put three slips on the board, pay sheets, old colleagues, go on with five years for now, and give her the magnets
    .mine = Twelve years on one road, that takes something. Do go on: what became of Teacher Luo and the others?
    .law = It isn't for me to say which way. Article 31 has it: hear, verify, give an opinion. Those are the three steps.
    .talk = We've three ways: look for the slips, ask your old colleagues, or take five years for now and wait. Which comes first is for Teacher Jiang to say.
node-ranked = The archive first, then Teacher Luo and the others. The waiting one, (takes it off the board and lays it on its face) that one I've done. Which day do I hear?
    .variant-1 = Settled by you again. Well, have it your way. I'll just ask one thing: which day do I hear?
node-which_day =
    .sixty = Open the regulation at the sixty days and run a finger along the line for her
    .friday = On Friday at two I'll phone, found or not, and on 29 April you get it in writing.
    .sure = Teacher Jiang, you can look forward to good news. I'll get those twelve years of yours for you.
    .push = After twelve years I couldn't sit still either. Have some water, and tell me about those years, take your time.
    .two = A written opinion on 29 April, from my hand into yours. A day late, and you come and find me.
node-thirteenth = (opens the thirteenth book and writes on the first line the date, and your name) That's noted. The eight before you had full first pages, too.
node-to_the_gate =
    .compare = They're they and I'm me. You wait and see whether I keep my word. Write down every sentence I've said today.
    .sign = Take the red pencil, sign behind the date with your name and number, and see her to the stairs
    .busy = Mind how you go, please, the next one's waiting. You look after your health now, and please don't fret.
    .again = Let me say it once more now: I search the archive, you get the result in writing, and if you disagree you can go one level up. Careful on the stairs.
node-to_archive = Friday morning, the county archive.

# 20 March, the archive

node-stacks = Second floor, iron shelves up to the ceiling. The archivist wheels in a trolley: the commune's books, tied with hemp, dust on the knots. Wei from personnel pulls on cotton gloves and turns the pages fast.
node-ledger = Here we are, here we are. September eighty-three, Jiang Yuzhen, eleven fifty, one red seal. And on, every month, till July eighty-seven, then it stops. Four years to the month, plus five on the roll: nine. I'd say we can write it up.
node-nine =
    .round = Now there's four more, let's make it a round twelve and send that up. Nobody will check.
    .copies = Copy the forty-seven pages of pay sheets from September 1983, have them sealed by the archive, and enter the page numbers in the record
    .ask_he = Leave these four out for now and ask the director. Once he has nodded, we'll take it further.
    .enough = Write five plus four into the report, shut the books, and tie them up for the archivist
    .further = Eighty-three to eighty-seven is there. Let's go through the three years after it, too; if there's nothing we write nothing, and don't guess.
node-the_sheet = (draws a stencilled sheet from between the pages) The list of those struck off in eighty-seven. She's on it, four marks short. Put that behind the opinion, and when she comes again it's the best answer we have.
node-the_list =
    .attach = Put it with the opinion: struck off, in black and white. When the reviewers ask we'll have something to say, and nobody can tell us again that we contradict ourselves.
    .keep = Make one copy for now, to lock in my drawer. I won't show it to anybody; if we need it, good, if not I'll shred it.
    .back = Wei, this has nothing to do with the allowance. It goes back where it was, and the marks don't get about through us.
    .no_use = Stopping somebody's mouth with their sore spot, that won't do. The list stays in the archive; we don't copy a word of it.
node-hold_on = (takes off the gloves) You're really phoning her this afternoon? Nothing's sealed. Say it too early and then it changes, and there you have two answers again.
node-two_oclock =
    .later = True. Let's wait for the seal and tell her all of it face to face. After decades, forty days won't matter.
    .call = I am. What we've found I'll say, what isn't settled I'll say isn't settled. That's not two answers.
    .text = Send her a text: files consulted, please await the written opinion
    .ask = Let's go over which sentences have to wait, you and me, and then I'll phone and say just that.
node-back_by_two = Two in the afternoon. You are back in the reception room and dial the number in Greenstone Gully. It is picked up after two rings.

# 20 March, the telephone

node-you_called = … Friday, two o'clock, and you really phone. (the radio goes off) Well, say it. Am I in there?
    .variant-1 = Who's that? … The education bureau? Nobody said you'd phone today. (the radio goes off) Am I in there?
node-say_what =
    .told = You are. The slips from eighty-three to eighty-seven are there, four years, your seal each month; the three after that we're still going through, so I'll say nothing of those.
    .good_news = Good news: nine years are safe. Three more on top and it's 17,000 or 18,000, in your hand before May.
    .not_now = We've found some things. I can't very well tell you on the phone; wait for the opinion, then you'll have it in black and white.
    .page = Forty-seven pages of pay sheets, not a month missing. Next it's drafted, and on 29 April you have it.
    .wei = It was Wei of personnel who looked. For the details please ask him, I'll give you his number.
node-seal = That seal is jujube wood, my father cut it for me, and he cut five characters, Teacher Jiang Yuzhen. Everybody else's had three; the bookkeeper laughed at me all the way home. (laughs) Did you see it properly, five?
node-five_words =
    .valid = As long as it's clear, it's the proof that counts, more than any witness, so if you've still got the seal, please keep it safe.
    .clear = All five are clear, and “Teacher” is printed deepest of all. Twelve years: I wonder whether it wasn't those two you've been fighting for?
    .ask_more = I saw it. Besides that seal, what else have you got from those days: a letter of appointment, a certificate, a photograph?
    .private = Five characters? They weren't strict then. Nowadays a title on a private seal is against the rules.
    .father = Five, Teacher Jiang Yuzhen. When your father cut it, what do you think he had in mind?
node-other_sheet = (nothing for a while) … In that bundle, was there another paper between the pages?
node-what_else =
    .none = No, no, 47 pages, and nothing but slips. Don't you worry, look after your husband and wait for our letter.
    .there_was = There was one from eighty-seven. It's nothing to do with the allowance, it wasn't copied, nobody has spoken of it, and with me it stops.
    .four = You mean that examination? Oh, four marks short, all those years ago, who cares.
    .rule = Not one sheet goes into the file that isn't about your years; that much is in my hands, so sleep easy.
    .own_now = That list was there, and I had it attached. That was wrong. I'm taking it out again today.
node-forty_days = 29 April, the last morning for visitors before the holiday.

# 29 April, the opinion

node-new_jacket = She wears a jacket that has never been worn, and the bag hangs flat: only the thirteenth book is in it. Deputy director He is there before her, in the chair beside yours, an envelope under his hand.
node-on_the_door = A copy of that list came up the gully a week ago. A pupil's child held it out to me: Granny Jiang, did you fail your sums? I lost face in front of everyone and haven't been out of the door since. What was it you told me on the phone?
    .feeling-1 = lost face
node-own_leak =
    .who = How many copies there are and through whose hands they went, I'll find out this afternoon. The day after tomorrow you have it in writing.
    .mine = It was attached by my hand, and that you lost face is my doing. I'll go up the gully and fetch back every copy.
    .past = That's nearly forty years ago, please don't take children to heart. Let's get your proper business done first.
    .stand = Stand up and bow to her, and say nothing in your own defence
node-told_them = What you said I'd get, I told Zhou, I told Teacher Luo, the whole gully knows. Last night I was still afraid of making trouble for you; now I see how thin that paper is and I feel hollow. Just tell me: there's nothing, is there?
    .feeling-1 = hollow
node-too_big =
    .nearly = This is how the nine years are reckoned, item by item. The finance office pays; once the papers are through it's in your account.
    .own = I talked bigger than I had any power to. You sit here feeling hollow because of that, and I'm sorry.
    .again = Give me a few more days, three or four, and I'll work on the director; by the first of June, at the latest, you'll have something for certain.
    .plain = Twelve there isn't, nine there is, and when the money comes isn't up to me. I said too much back then, and that was wrong of me.
node-red_cross = (turns the thirteenth book round: 20 March, phone call, and behind it a red cross) First page, first line. It takes the wind out of me. Am I to listen to the rest?
    .feeling-1 = takes the wind out of me
node-the_cross =
    .better = The slips for four years were found that very day. So nine are proved. The opinion is here today, there's no waiting for another time.
    .earned = I've earned that cross. It takes the wind out of you, and it was found that very day. I said I'd phone and I didn't.
    .initial = Sign beside the red cross and write “made up for on 29 April”
    .small = Look at the red cross, smile and wave it away, and lay the opinion between you
node-front_row = (sits down, puts on her glasses, opens an empty page) I'll sit close, I hear better. Read it.
node-envelope = No reading just yet. (the envelope slides over) My dear lady, the bureau has scraped three thousand together, take it home today. You sign one paper, that you'll let it rest, and enjoy your old age. All right?
node-the_envelope =
    .take = Three thousand is a good deal, and you need it, with your husband in bed. Sign and take it for now; what else you're owed can be talked about in good time.
    .no_swap = Director, hardship money is given where it's due and not for a signature. What she's owed stands in the opinion.
    .leaf = Bend over the opinion, check page after page, and wait until they have done talking
    .hers = Mrs Jiang, sign it or don't. If you don't, the arrears are paid all the same, and you can ask for review all the same.
node-her_sums = (writes a three with the red pencil, three noughts behind it, looks at it, and strikes it out) Director He, I taught your sister's boy. I never sold a tick on a paper. Read it.
    .variant-1 = (her hand lies on the envelope for a long time) … Zhou's bed is a borrowed door. (signs, and gives you back the pen) Read it. Or don't. It's all one now.
    .variant-2 = (looks at the envelope, then at the top of your head) You won't say it, so I will. I'm not taking that. Read it.
node-the_opinion =
    .facts = Facts found
    .facts-nine = Five years by the roll, four by the pay sheets: nine are proved; for the three after, the village itself asked her to stand in
    .facts-exam = Failed the examination of 1987 and was struck off
    .facts-trouble = Since 2014 the visitor has petitioned again and again and, in spite of every explanation, will not see reason
    .reasons = Reasons
    .reasons-counts = Pay sheets prove years of teaching; what a village arranged alone does not count; the allowance changes no status
    .reasons-studied = After deliberation: the events are long past, present material hardly allows of a finding, grounds are insufficient
    .result = Decision
    .result-split = Nine years are recognised; the arrears are paid; a pension like a state teacher's is not supported
    .result-twelve = Twelve years are recognised; the arrears are paid; a pension like a state teacher's is not supported
    .result-five = The five years of 2014 stand; all further claims are not supported
    .result-soft = Recognition is agreed to in principle; arrears follow step by step as funds allow; on the pension higher policy is to be awaited
    .basis-four = Qinghe County Measures on the Allowance, Article 4, paragraph 2
    .basis-vague = The spirit of the relevant documents from above, and the county's consistent practice in such matters over the years
    .basis-sixty = Regulation on Petition Work, Article 34
    .remedy-county = Review may be asked of the county government within thirty days
    .remedy-same = Review may be asked of this bureau within thirty days
    .remedy-short = Review may be asked of the county government within fifteen days
    .remedy-final = This opinion is final; the same matter will not be accepted again
    .printed-person = Jiang Yuzhen
    .printed-claim = 1. recognise twelve years; 2. pay what was short; 3. a pension like a state teacher's
    .printed-seal-date = 29 April 2026
node-reads = (reads it word by word, the red pencil in the air) Nine. … The years I'll accept. The pension: two words there, not supported, and my heart goes cold. The children call me Teacher. What do you people call me?
    .feeling-1 = heart goes cold
    .variant-1 = (reads it word by word) Five, still. Once round and back to the first book. And these words, not supported, my heart goes cold. Didn't you tell me that you'd seen the seals?
    .feeling-2 = heart goes cold
    .variant-2 = (reads it word by word) In principle, step by step. In an essay I'd put a question mark on that, and my heart goes cold. How many years is it, and is there a pension or isn't there?
    .feeling-3 = heart goes cold
    .variant-3 = (reads it word by word, twice) Twelve? Where's the proof for the last three? … A wrong sum with a tick is still wrong. And then, not supported, and my heart goes cold again. On what grounds?
    .feeling-4 = heart goes cold
node-decline =
    .whole = Your heart goes cold at it. We can't give a pension: Article 7, the allowance changes no status. If you disagree, ask the county government for review within thirty days.
    .warm = Anybody's heart goes cold at that. But the gully is full of the children you taught, and that life of yours is worth more than any pension book.
    .bare = Article 7: the allowance changes nobody's status. For a pension like a state teacher's there is no basis; that we can't give you.
    .teacher = Teacher. There's no pension because Article 7 gives us no such power; the level above can review it, and how that goes I'll write down.
    .desk_five = Pensions are the social security office's. Take your paper over and ask; if they say yes, we won't object.
node-about_three = (lays a finger on the three years, and drops her voice) Here: does it say I failed?
    .variant-1 = (her finger lies on that line, for a long time) … It does. Examination, failed. And this paper goes to the village, too?
node-no_exam =
    .fact = What's in the files is what we write. It's a fact. Try not to take it to heart.
    .read = Listen to the line, then: the village itself asked her to stand in. There's no word of an examination, and it's delivered to you alone.
    .skim = Push the opinion towards her, hold out the pen, and point at the line for the receipt
    .finger = Show her the line, read it out, and then show her the box “delivered to”: only her name
    .redo = That sentence should not be there; it's my mistake. I'm taking this back, it'll be typed and sealed again today, and the village gets none.
node-if_not = (the receipt is not signed yet) And if I don't agree? By which article, at which door, by which day? One after the other, I'm writing.
node-where_to =
    .title = What to do if you disagree
    .basis = By which article
    .path = At which door
    .time = By which day
    .basis-thirty_five = By Article 35 of the Petition Regulation
    .basis-thirty_six = By Article 36 of the Petition Regulation
    .basis-vague = By the relevant national and provincial rules on petitions
    .path-province = you go straight to the province, they have power over us and will pass it down
    .path-county = you ask the county government for review; papers go in on the ground floor of the petition office
    .path-here = you come back to me and I'll do it over for you
    .time-sixty = any time within sixty days of receiving this, so after the holiday is soon enough
    .time-soon = the sooner the better, don't wait
    .time-thirty = within thirty days of receiving this, that is, by 29 May
node-off_she_goes = She takes it down in the thirteenth book, word for word, just as you say it.
node-bed = (signs for it) One more thing. The township has granted the assistance, four thousand two hundred, and a nursing bed came. Zhou says to thank whoever wrote the application. The years are one thing, you told me; I remember that.
    .variant-1 = (signs for it and puts the book away) The arrears have to wait for the finance office. Zhou still lies on a door, and the nephew came about his money yesterday. I'm not pushing you. I only don't know who else there is to ask.
node-before_may =
    .rest = Once the holiday is over you'll have more than 10,000, and the 18,000 you owe is as good as paid. The finance people are quick; you just go home and wait to hear.
    .now = Civil affairs at the township: temporary assistance, Article 47 of the Social Assistance Measures. I'll write it now, you put your thumb to it, and I take it over this afternoon.
    .money = Let me reckon it out: four years short, eighty a month, eleven thousand eight hundred and forty. I'll phone when the finance office has paid.
    .finance = With the finance office our pushing does no good. If you find the time, ask there yourself, it may go faster.
    .nephew = A nephew is family, you can talk to him. Have a word with him, please, and ask him for another two months.
    .thanks = Wave the thanks away, glance at the clock, and see her to the door
    .bed_ok = I'm glad the bed is there. Do you still have to turn him at night? The township has a carer who could come twice a week.
node-fifty_days = 18 June. You take the bus to the mouth of Greenstone Gully and walk the last mile.

# 18 June, Greenstone Gully

node-old_school = The school was merged away more than ten years ago, and the old classroom is not locked. She is there before you. Half the blackboard has been wiped clean, and the ends of chalk lie in a row on the window sill.
node-upheld = The county's review came on the eighth: upheld. Nine years, the arrears, no pension. And now it's thirty days again. I'm seventy-two. Do I go on to the city or don't I? Advise me.
node-go_on =
    .stop = At seventy-two, and still on the road each time: it would wear anybody out. I can only admire you for it.
    .yours = It has to be your decision. Re-review is with the city government, by 8 July, and without new proof it'll most likely come out the same.
    .fight = Go! I'll help you with the papers. The city is more reasonable than the county, you'll turn that pension round.
    .county = The review was the county's, so what comes next you ask the county's petition office. They know more than we do.
    .slip = Write her a slip: Article 36, city government, 8 July, which counter
node-too_late = I went where you told me, and it was the wrong way. They sent me back to the county, and the county says thirty days, it's over. In the thirteenth book it's all your words, line by line. It chokes me when I think of it. Is that the end of that road?
    .feeling-1 = chokes me
node-lapsed =
    .pity = Article 35: within thirty days of receiving the opinion. You signed for yours on 29 April, so it ran out on 29 May.
    .mine = It's my sentence that chokes you. The review has lapsed and can't be made good; if new proof turns up you can bring it again.
    .try = It isn't over. I'll put in a word at the county, I've an old classmate there. A deadline is a dead thing and people are alive; perhaps they'll take you after all.
    .line = I'll write under that line that it was wrong, that it's my fault, and that 29 May is past, and put my name to it.
node-signed = I signed, and I took the three thousand. On Children's Day one of my old pupils asked: Teacher Jiang, did you get your twelve years? I said I don't want them any more. And then I was so ashamed that I went home by the back of the hill.
    .feeling-1 = ashamed
node-unsign =
    .fine = You've signed, so live in peace, you have the money too, and never mind what people ask, they don't live your life.
    .void = You're not the one to be ashamed. That paper doesn't hold; I should have stopped it then, and that was my fault.
    .he = That was the director's idea. You know I'm small fry, I couldn't very well speak up for you then.
    .tear = That paper is void; I'm saying so in front of you. It goes into the register as having no force, with my name under it, and nobody can hold it against you.
node-blackboard = (picks up a piece of chalk and does not write) About the pension I knew in my heart all along. This room comes down next year, and then there's no place in the gully where it's written that I taught. I can't explain it. I can't bear to let it go.
    .feeling-1 = can't bear to let it go
node-what_for =
    .new = Pat her on the shoulder and help her put the ends of chalk back into their box
    .written = It's this board you can't bear to let go, and what you want is a place where it's written that you taught: did I hear that right?
    .museum = That's easily done. I'll speak to the museum and have the board moved there for you. A glass frame over it, with your name.
    .hand = Can't bear to let it go. … If you could write one line on that board, which would it be? Write it. I'm watching, there's no hurry.
node-memo =
    .hardship = The hardship now
    .hardship-bed = Husband in bed with a broken hip, 18,000 in debt, at night one person cannot manage alone
    .hardship-mood = The visitor carries a heavy burden on her mind
    .help = Who helps, and with what
    .help-who = Zhao Jing of the township: assistance, a carer; education bureau: certificate of years, a visit on Teachers' Day
    .help-all = County, township and village, education, civil affairs and finance, join forces and do their utmost to help
    .contact = When there is contact
    .contact-days = A text on 3 July, a call on 20 July, a visit on 16 September; if the phone fails, through Teacher Luo
    .contact-any = Staying in touch, any time something comes up
    .reopen = When it is taken up again
    .reopen-new = New proof, new facts: one call, and it is registered anew
    .reopen-closed = The matter ends here and will not be raised again
    .signatures-three = Jiang Yuzhen, the bureau, Luo Mingli as witness
    .signatures-two = Jiang Yuzhen, the bureau
    .printed-person = Jiang Yuzhen
node-which_is_you = (reads down to the last line and looks up) Those who sign change fast. Of these days here, which one is you?
node-own_day =
    .all = All of them. I'll see your business through from beginning to end, nobody knows it better. Any day I've time I'll come and see you, no need to wait for a date.
    .july = The call on 20 July is mine; and if I'm moved, I hand it to the next one myself, in front of you.
    .luo = Teacher Luo lives close by. If something comes up go to him first and he'll ring us; it's all the same.
    .post = Point to the seal on the paper, and to the line with the bureau's name: the seal, not the person
    .write = Behind “20 July” write your own name and mobile number, and read it out to her
node-thirty_two = 20 July, three in the afternoon.

# 20 July, calling back

node-july = The day is ringed on the calendar. You lay the fourteen papers of this matter in order of date before you dial.
node-voice = So you phone. The city's re-review came on Friday: upheld. I'm not arguing any more. The bed is good, only … if I have to give marks: eight, and you know what the two off are for. One last question: if another paper turns up one day, does it count?
    .variant-1 = So you phone. I didn't go any higher. If I have to give marks: eight, and you know what the two off are for. One last question: if another paper turns up one day, does it count?
node-one_more_sheet =
    .over = All three steps are done, and the same matter isn't accepted a second time. You should rest now and look ahead.
    .new_fact = It counts. Article 36 bars the old reasons; a paper newly found is a new fact. Bring it, I register it, and we look afresh.
    .then = That depends on what turns up. If it does, we'll see then; at the moment I can't say.
    .ask_he = That depends on what the director decides. When it comes to that, please ask him first; if he nods, you come.
    .eight_first = Eight, and I'll remember the two. With a new paper, one call: it's the fourth box of the memorandum, and it's registered just the same.
node-note =
    .progress = How far it is done
    .progress-done = Nine years recognised, arrears with the finance office, assistance as in the memorandum
    .progress-all = All of the visitor's claims have been properly resolved according to law
    .score = What she says
    .score-eight = Eight out of ten; still not at peace with the pension
    .score-ten = Entirely satisfied
    .next = Next step
    .next-sept = Visit on 16 September; with new proof, register anew
    .next-none = Matter closed, no further calls
    .printed-person = Jiang Yuzhen
    .printed-held-on = 20 July 2026
    .printed-channel = telephone

# When she has had enough

node-boils_over = (her palm comes down on the book) On your feet! … When I taught and a pupil answered what I hadn't asked, I made him stand. Which of your answers was to my question? I've had enough, twelve years, I've had enough.
    .feeling-1 = had enough
    .variant-1 = (sweeps the ends of chalk on the floor) You come into my classroom and give me that same talk? I've had enough.
    .feeling-2 = had enough
node-when_it_boils =
    .table = Don't bang the table, please, we can talk. At your age you mustn't upset yourself.
    .stand = Really stand up, and stay standing until she has finished
    .sorry = You've had enough. I answered the wrong thing just now. Ask again, and I'll answer that.
    .stop = Then please go home for today. Calm down, please, and make an appointment for another day.

# Endings

node-end_board = Half a blackboard
    .text = The arrears arrived in August, eleven thousand eight hundred and forty, not a cent short. On 16 September you went once more. The board hangs in the hall of the town school now, with one line of chalk under glass: 1978 to 1990, Teacher Jiang Yuzhen. For those three years it was the school that wrote it; the bureau has no say in that.
node-end_nine = Nine years, eight marks
    .text = In the ledger the five has become a nine. She draws eighty more a month and has paid back the nephew. The thirteenth book isn't full; she dictates words from it to the child next door. Somebody asked whether she was content. Marks are marks, she said, and people are people.
node-end_shut = The money came, the door shut
    .text = The money came. The next spring Teacher Luo moved house, and at the bottom of a trunk lay a letter of appointment that the township had written after all, in 1988. She read it, and went to nobody. She'd been told it was over. She did not buy a fourteenth book.
node-end_province = The fourteenth book
    .text = She set out again, by train this time. At the province's window they asked what the county had answered, and she handed in the thirteenth book: line by line, it was all your words. The man read it and rang the bureau. Her again? said deputy director He.
node-end_list = Four marks short
    .text = Four copies of the list were fetched back; how many there had been, nobody can say. She draws eighty more a month and has never again set foot in the shop on that street. On Teachers' Day the town school invited its old teachers, and the chair kept for her stayed empty from beginning to end.
node-end_bought = Three thousand
    .text = In the month's ranking Qinghe County had one repeat visit less. The three thousand paid for a nursing bed, and the rest went to the nephew. She burnt the books. What are you burning? Zhou asked. Exam papers, she said, they're marked. Whatever happens in Greenstone Gully now, nobody takes it to the education bureau.
node-end_walkout = The tenth person
    .text = She put the books back into the bag one by one, counted them, and left. In the corridor she met deputy director He, nodded, and said nothing. Your page she had torn out and left on the desk: only a date, and a name.
