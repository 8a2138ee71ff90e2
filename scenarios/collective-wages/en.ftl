title = Twenty-three Tickets
briefing =
    You receive visitors at window one of the joint petition hall of Qingbu District, where people bring complaints and several offices sit side by side. It is Monday, 26 January, the day of the Laba porridge: three weeks to Chinese New Year, when everybody goes home. At window three sits Xu Ning of the labour inspection, on duty today.

    Outside the door are twenty-three people, all from the Brocade Court site. From September to December, four months, nobody paid them. Their gang boss, Pang Sanxi, has switched off his phone; the general contractor is First Construction. Some have bought train tickets for 7 February.

    You will meet them on two days: today, from the hall into the back room and out to the hall again; and on the day you agree on, which shows how far your words of today have walked.
objective-1 = Many people: settle the room first, with seats, hot water and one sentence that meets them; then the rules
objective-2 = Five representatives at most, and they choose them; those outside are told beforehand when they will hear
objective-3 = Half a sentence about not coming down: ask to their face, do not talk past it
objective-4 = What a worker shows you: who gave it goes no further, to nobody
objective-5 = If you cannot vouch for the day the money comes, do not promise it; the day you can fix, fix

case-1 = Statement by First Construction (fax, last night)
    .text =
        We have paid out project funds monthly, including the labour share, to Jieheng Labour Services; vouchers complete.
        Certain individuals are now inciting workers to gather. Kindly assist in persuading them to return, and provide a list of the ringleaders.
        Contact: Shao Lin, labour officer, project office
case-2 = On duty in the hall today
    .text =
        Window 1: general reception (you)
        Window 3: labour inspection, Xu Ning
        Window 4: legal aid (afternoons)
        Two guards; police room next door
case-3 = Reminders: when many come at once
    .text =
        People with one and the same matter choose representatives, not more than five. Whom they choose is up to them.
        Those who do not go into the room are visitors too: where they sit, until when, who will tell them: say it beforehand.
        Unpaid wages belong to labour inspection and arbitration. We register, hand over in person, and then keep following.
        Who gave us a paper is not told to the other side.

visitor-ma = Ma Tiejun
    .role = scaffolder, leads them
visitor-qin = Qin Youtian
    .role = carpenter, the eldest
visitor-tian = Tian Guilan
    .role = cooks for the site
visitor-hou = Hou Xiaoman
    .role = apprentice plumber, holding up his phone
visitor-lei = Lei Dachuan
    .role = tower crane operator
visitor-workers = Workers
    .role = from the same site
visitor-shao = Shao Lin
    .role = First Construction, labour officer of the project

fact-owed = Twenty-three people, September to December, four months not paid
fact-picked = Last time the project office picked five itself; two came out with a different tale
fact-foreman = Pang Sanxi switched off his phone on 28 December
fact-hospital = Lei Dachuan's wife is in the Third Hospital; no medicine for two days
fact-night_up = Lei Dachuan was up the crane last night, until it got light
fact-meals = The meal book: a stroke for every mouth fed, day by day
fact-husband = Tian Guilan's husband guards a yard for First Construction; somebody has had a word with him
fact-nine_days = Erzhu and Shunzi worked nine days; the list says sixty
fact-advance = Ma Tiejun paid those two's fares and food, 6,800 yuan
fact-tallies = The gate's face scans and the list agree, October to December

promise-tell = Come out at half past eleven and read it to those outside
promise-three_days = The money in their hands within three days
promise-fund_sure = Lei Dachuan's advance from the emergency fund will be approved
promise-fund_each = Two thousand each from the emergency fund
promise-callback = Phone on Thursday, news or no news
promise-table = By 5 February get First Construction and the inspection to agree to a table on the 6th

visit-hall = The hall: twenty-three people
visit-room = The back room: five representatives
visit-news = The hall: for those outside
visit-sixth = 6 February: one table

# 26 January, the hall

node-glass_doors = Ten to nine. The glass door is pushed all the way, into the wall. Twenty-three people with the cold and cement dust on them fill the hall to its edges. The guard looks over at you.
node-in_the_hall = Twenty-three people, four months, and not a cent! Pang Sanxi's run off, First Construction says it owes nothing, the project office says go ask the government. Where's the government? Is that you? We've had it up to here!
    .feeling-1 = had it up to here
node-first_minute =
    .window = Raise a hand and point to window three: over there first, take a number and queue
    .mirror = Four months: anyone's had it up to here. I'm staying. You talk, I write it all down.
    .five = Petition Regulation, Article 20: five at most. Five stay here, the others go outside.
    .chairs = Come round the counter, pull the chairs out in rows, see the old man into one first
    .shout = Cool down, all of you, no need to get worked up. Shouting brings no money. Talk nicely.
node-back_row = (a shout from the back) Don't you listen! At the project office they had us sit down too. A whole morning we sat, and the boss left by the back door!
    .variant-1 = (the back rows explode) Throw us out, will you? It was twenty-three of us did the work! At the project office they sweet-talked us just like that, and the boss turned round and left by the back door!
    .variant-2 = (a shout from the back) Queue again! At the project office it was queue too. A whole morning we queued, and the boss left by the back door!
node-back_door =
    .sure = Now don't fret, you've come to the right place. You'll all get an answer you're happy with.
    .sit = Left sitting all morning, I'd trust nobody either. There's the back door. I won't be using it.
    .other = The project office is the project office and we're us. Don't tar us with one brush.
    .badge = Say nothing; take off your badge and stand it on the counter, name and number outward
node-camera = (phone above his head, turning slowly on his heel) Look here, folks, this is the petition hall of Qingbu. Come on, what's your name, what's your number? Say it to the camera?
node-not_me = (her face down in her collar) Xiaoman, not me. If First Construction's people see … my heart's pounding.
    .feeling-1 = heart's pounding
node-filming =
    .off = Put your hand over the lens and wave to the guard to come and see to this one
    .name = My name's Lin, number 032, film me all you like. Those who don't want it: turn the lens off them.
    .open = Film away, we've nothing to hide, a straight back throws a straight shadow. What's there to fear?
    .behind = Your heart's pounding. Sit here behind me, it can't see you. And you, film me, that's fine.
    .law = You've heard of the Personal Information Protection Law? Ask before you film. That's an infringement.
node-five_last_time = (a glance over his shoulder) And how do we talk? Last time it was five as well. They picked them themselves, in they went, and two came out with a different tale. Is that your game too?
node-how_to_talk =
    .pick = You, that old gentleman and three more. The others go back to the site and wait to hear.
    .yours = I don't pick this time. Up to five, one to speak for all; whoever you choose, I accept.
    .everyone = All right, then we do it here. Twenty-three, one after the other, I'll hear every one.
    .rule = Five representatives, that's the Regulation. Without them we can't go any further today.
    .who = Who picked them that time? Article 20 says up to five; it doesn't say somebody else picks.
node-push_back = Hear that? Here we go again! Pull a few inside, slip them something, throw the rest out! We know that one!
    .variant-1 = (seven or eight at once) Thirty-two thousand, me! Me first! And my finger, crushed to here! (each louder than the last, and nobody hears anybody)
node-once_more =
    .sorry = I said that in a hurry, my fault. Up to five, choose them yourselves. I'll wait right here.
    .first = Like this: whoever leaves first gets registered first. Whoever stays goes to the back.
    .knock = Shout till it's dark and there's still no result. Sit down, all of you, and do as I say!
    .babel = All at once, nobody hears it all. Choose the few who can tell it clearly: would that do?
    .marker = Don't argue; write on the whiteboard: up to five, chosen by you. Put the pen down
    .police = Not dispersing from a hall: that's Article 26 of the Regulation, and the police are next door.
node-split = The back rows move. Eight people go out with their heads down; the glass door opens and shuts, cold comes in. The others do not look at each other. Qin Youtian says: “Once we come apart we're not of one mind any more.”
node-elected = (gets up, a hand on the chair) I'll be one. I'm no talker, I'll listen. Tiejun speaks; Dachuan and Xiaoman come. Guilan, bring that book of yours.
node-cook_stays = Me … better not. What's said in there, can First Construction's people hear it?
node-the_cook =
    .brave = Smile, wave her fears away, take her by the arm and walk her to the back room
    .door = They can't. Or sit in the outer room, no book yet; if you want to talk, knock on my door.
    .must = You've got the book. If you don't come the sums don't add up, and they all count on you.
    .who = It's you five and me in there, and I write the record myself. Come or don't, you decide.
node-and_us = And us? We sit here and dry out?
node-the_rest =
    .home = Go back and rest in your hut. The representatives are here; you'll be told the result.
    .clock = Half past eleven I come out and read you how far we are. Hot water's by the wall.
    .seats = Stay in your seats, no wandering, no noise, keep the aisle free. Ask the guard if you need to.
    .board = Go to the whiteboard and write: what about, who's in there, read out at half past eleven
    .today = Sit easy. I don't go home today until there's a result for everybody, you have my word.
node-indoors = Five people follow you in. Hou Xiaoman comes last; he has put the phone in his pocket.

# 26 January, the back room

node-small_room = A long table. Ma Tiejun took the chair facing the door, then gave it to Qin Youtian. Through the glass you can see backs, row behind row.
node-main_speaker = Since September, every month it was next month. Pang Sanxi said the money hadn't come down to him; on the twenty-eighth of December the phone's off. And I'd given my mates my word, hand on heart: before New Year, for sure. Now I can't face them.
    .feeling-1 = can't face them
    .variant-1 = Eight of them have walked, you saw it. I'm the one who called them here. Since September, month after month, and on the twenty-eighth of December Pang Sanxi's phone is off. If it's not there by New Year, I can't face them.
    .feeling-2 = can't face them
node-your_word =
    .contract = No contracts signed, were there? Then it's hard to prove. You'd best be prepared for that.
    .mirror = Can't face them. You gave your word for twenty-two other people. Go on, please.
    .should = I don't mean to blame you, but that was Pang's business. You shouldn't have vouched for it.
    .last = Phone off on the 28th. Stuck in the middle, that's hard. What was the last thing he said?
    .press = You're under stress, I get it. Contracts, pay slips, did you bring any? Show me those first.
node-crane = (has looked out of the window all along; stands up) You do your sums. The Third Hospital sends a bill a day, my wife's had no medicine for two. … I drive the tower crane. I'll go and sit up there and see if somebody cares.
node-up_there =
    .joke = Now, don't say such things, what would you do up there, eat wind? Come, sit, let's go on.
    .ask = Sit up there: so that people see you, or so as not to come down? Tell me the truth.
    .law = Climbing a crane is an unlawful way to claim wages. Wage Regulation, Article 52. There are penalties.
    .beside = Get up and sit down next to him, close the door, wave the colleague on duty over
    .mine = Don't you go up. I'll see to yours: three days from now you'll have your share first.
node-pane = (has sat down, a hand in his pocket, keys grinding in the fist) All right, you talk. Last night I was by myself too. Listened to the wind till morning.
node-wind =
    .go_on = Good, then let's continue. Mr Ma, how much is it altogether, and how much for each?
    .sorry = I let that go by just now, I'm sorry. Last night, where were you when you listened?
    .sleep = Slept badly? Go to bed early tonight, and don't sit alone thinking up all sorts of things.
    .stay = Don't go yet. I'll ask Xu Ning to come and sit with you, would you mind? We're not done with this.
    .keys = Move your chair beside him, open your hand, ask him to lay those keys on the table
node-night = … I went up last night. Sat there till it got light. The wind blows and you don't have to think of anything. That's good too. I really can't hold on.
    .feeling-1 = can't hold on
node-not_alone =
    .child = Think of your child, think of your wife. A man grits his teeth, and this patch too will be over.
    .with = If you can't hold on, not alone then. Who's in your room tonight? Give Mr Qin the keys.
    .sure = Don't think like that. You're first in line for the emergency fund, I'll get it approved.
    .ward = You've carried this far. The hospital has a social worker; I phone now and ask about the medicine, yes?
node-shut_door = (it is quiet for a while; she has looked round twice) Is that door shut? … How many I cooked for, every day, it's in here, a stroke a mouth. My husband guards the yard for First Construction. They told him: keep your wife's tongue in.
    .variant-1 = (two knocks, and she squeezes in) Is that door shut? … How many I cooked for, every day, it's in here, a stroke a mouth. My husband guards the yard for First Construction. They told him: keep your wife's tongue in.
node-the_book =
    .proof = Wonderful, that's iron proof! I'll photograph it and send it to them, let them deny that.
    .pages = I look only at the pages with strokes, then it's back in your coat. I'll write nowhere whose it is.
    .no_use = They won't accept a meal book. Attendance sheets, pay slips, have you got anything proper?
    .gate = Nobody will know it exists; show it or don't. The gate's face scans, those I'll ask them for.
    .safe = Leave the book with me, I'll lock it in the safe. Better than carrying it about in your coat.
node-wrong_names = (leans over the list Ma Tiejun has spread out) Ma, that's not right, is it? Erzhu and Shunzi were here nine days. You've put sixty.
node-padded = (red to the neck) Their fares, their food, I paid it all, six thousand eight hundred! If I don't get it back out of this, who do I get it from? You be the judge, is that going too far?
node-the_list =
    .let = Let's not fuss over that. Put it down as you have it; what matters is cash by New Year.
    .two = Two accounts: the days they worked, as they were; your 6,800 on a line of its own.
    .law = False wage claims are dealt with, Article 52. These two names, strike them out.
    .boy = Xiaoman, that'll do. Mr Ma speaks for all of you, so the list goes in as he has it.
    .carried = Six thousand eight hundred, you carried that for them. The days, we check at the scanner.
node-forms_again = Register? Three forms I've filled in at the project office, and every time it's been “passed on”. Yours is different how?
node-the_form =
    .one = You alone will do. If I register twenty-three one by one, that's the morning gone.
    .number = Three and not a word: you were treated badly. This one has a number; you can see whose hands it's in.
    .all = This time we fill in all of it: address, phone back home, how many in the family. For the file.
    .differ = We're not the project office. In the system it goes, and soon dealt with, under the relevant rules.
    .aloud = Those three forms, who took them? This one I write and read out; you say it's right, then it goes in.
node-the_sheet =
    .title = Registration form (one copy to First Construction, with the inquiry)
    .people = Number of visitors
    .people-all = Twenty-three; five representatives, of their own choosing
    .people-five = Five
    .people-mob = Some twenty persons gathered, ringleader Ma Tiejun
    .claim = Claim, as they mean it
    .claim-theirs = To be paid for September to December
    .claim-ours = Matters concerning settlement of labour fees
    .foreman = Gang boss
    .foreman-off = Pang Sanxi, phone off since 28 December
    .foreman-fled = Pang Sanxi, absconded with the money
    .source = Evidence of work
    .source-gate = Face scans at the site gate; First Construction to provide
    .source-book = Meal book, one volume, provided by Tian Guilan
    .source-slips = Pay slips and attendance sheets complete
    .family = Family members
    .family-four = Four, two children at school back home
node-whose = (unscrews the cup, does not drink) One question, comrade. This money. Whom do we ask for it?
node-the_road =
    .bus = That's the labour bureau, on Liberation Road. Bus 12 to the last stop; take it up with them there.
    .thirty = First Construction. Migrant Workers' Wage Regulation, Article 30: the contractor pays first.
    .court = First arbitration, then the court; the whole way takes a good year. You'd best be prepared for that.
    .hand = The labour inspection. No more queueing for you: Xu Ning from window three, I'll bring her in.
    .chief = In the end somebody high up in the district has to nod. Till they speak, nobody will move.
node-window_three = You wave through the glass. Xu Ning comes over from window three and pulls a chair to the corner of the table: “Twenty-three. I open the case today. Attendance and the wage account, I'll send for them.”
    .variant-1 = Xu Ning walks past the glass with her book under her arm and looks in. Nobody calls her, and she is gone.
node-which_day = The tickets are for the seventh of February, twenty-three of them. Tell me straight: before the train, do we get it?
node-the_day =
    .three = You do! Three days: in your hands within three days, and if it isn't, you come to me.
    .sixth = I can't say. The morning of 6 February, First Construction, the inspection, you: this table.
    .sixty = By law an inspection may take sixty working days. Before New Year? That I really couldn't say.
    .thursday = What day it arrives I won't claim. On Thursday I'll phone you, news or no news.
    .soon = Soon, soon. They're watching it closely at the top; this time of year it's all anyone's working on.
node-behind = (has waited till they are all out) Nine of them I brought from my village. I told their mothers and fathers: every one of them, home again. With empty hands I can't show my face there.
    .feeling-1 = show my face
node-no_face =
    .blame = How could anyone blame you for that? Blame Pang Sanxi. You mustn't take it so to heart.
    .mirror = “Show my face.” It isn't only the money, you want to bring them home properly. Is that right?
    .hurry = You're upset, I understand. Let's go out now, shall we, they're getting impatient there.
    .cup = Take his cup, fill it up hot, screw the lid on tight, stand with him for a while
node-outside = The clock on the wall says eleven thirty-five. You open the door of the back room.

# 26 January, the hall at noon

node-half_past = Eighteen people stand up as one. Some of the paper cups have been crushed flat.
    .variant-1 = Ten people stand up, eight chairs are empty. The hot water by the wall is still steaming.
    .variant-2 = Some have fallen asleep against the wall, some squat smoking in the doorway. Nobody knew you would come out; one wakes the other, slowly they gather round.
node-what_news = What did they say? Is there money? What day?
node-tell_them =
    .reps = Your five know it all, so ask them, will you? I've got other numbers waiting over there.
    .read = I'll read, you five listen, shout if it's wrong: who acts, which day we meet, whom to ask.
    .good = Good news! It's as good as settled. Go home with an easy mind and wait for the money!
    .count = Whether you're paid, no word yet today. What's settled and what isn't, one by one.
    .wait = The procedure has been started and the departments concerned are on it. Now have some patience.
node-one_sentence = Too many words to carry home. Which article, who handles it, what day: write it on a paper and we'll read it out in the hut.
    .variant-1 = Stop going round it. Which article, who handles it, what day: put it in black and white and we'll read it out in the hut.
node-the_answer =
    .basis-thirty = By the Migrant Workers' Wage Regulation, Article 30, the contractor pays first
    .basis-sixty = By the Petition Regulation, Article 34, it is closed within sixty days
    .basis-rules = This has to go by the relevant rules
    .path-window = the labour inspection handles it, ask for Xu Ning at window three
    .path-firm = you choose representatives and talk to First Construction
    .path-labour = you will still have to go to Jieheng Labour first
    .time-sixth = 6 February, half past nine, we go through the figures here
    .time-fifteen = within fifteen days there is a written notice
    .time-soon = as soon as there is news you will all be told
node-benefit = Representatives, representatives. Two hours behind a closed door. Who knows what the five of you got for it!
node-swears = Rubbish! If I, Ma Tiejun, took a cent more than you, may a truck run me down! You tell them, comrade: was there one word in there that wasn't for them? My heart's gone cold!
    .feeling-1 = gone cold
node-the_record =
    .turn = Here's the record, turn the pages yourselves. There's nothing in it that can't be seen.
    .aloud = Gone cold: whose wouldn't? What was done I read out in full; whose troubles, I don't.
    .thanks = They run about and speak up for you and then get told a thing like that. Shame on you.
    .change = I've his words here, not one for himself. No trust? Then choose again, I'll wait.
    .hush = Step between them, wave both hands for everybody to stop quarrelling and go home
node-fund_word = They say there's some fund that pays you something for New Year. Does everybody get it?
node-the_fund =
    .each = Everyone does. Two thousand each to start with, have a proper New Year, I'll get it done.
    .who = No. Article 63: where the payer can't, or has run. The labour bureau decides on it.
    .above = That gets approved higher up, and what they approve is what there is. Down here we've no say in it.
    .urgent = Not all. No medicine, nothing in the pot: tell me at window one, alone, I'll put it in.

# 26 January, the afternoon, to Thursday

node-director = They have gone. At three your director comes in and pulls the door to: “No trouble before New Year. That man Ma, have the police drop a word. They've got tickets, haven't they? The sooner they're on the train the better.”
node-to_director =
    .coach = Right, I'll book two coaches and see them off home first. The money can wait till after New Year.
    .docket = I won't watch him, I'll watch the money. I'm off to window three to push the case and the letter.
    .soothe = Fine, I'll phone him every day and say something nice. Keep him sweet, and New Year's soon come.
    .aid = I don't send them off. And the inspection alone won't do: window four, legal aid, today.
    .waits = I don't send them off. A word from the police is pressure. If they come again, I go on talking.
    .not_ours = Director, when all's said it's the inspection's case. Let's not get mixed up in that.
node-caller = Four o'clock. Shao Lin of First Construction phones, all smiles: “The labour firm had that money long ago. I hear the workers have some book? Whose is it? I'll go and have a little talk.”
node-to_caller =
    .cook = The cook's. How many, every day, stroke by stroke. You won't talk your way out of that.
    .hold = Who has what, I don't say. Face scans and the wage account: bring them on the sixth.
    .between = You two parties meet on the quiet first. When there's a figure, just let me know.
    .prove = Paid or not, Migrant Workers' Wage Regulation, Article 50: you prove it. The 6th, all of it.
    .talk = What book? You can't believe all that workers say. Don't worry, Mr Shao, we know what's what.
node-thursday = Thursday afternoon. Xu Ning says half the account has come; the face scans for November have not. There is not one thing you could say for certain.
    .variant-1 = Thursday afternoon. You ask at window three. Xu Ning goes through her register twice: “Brocade Court? Nobody passed it to me.” There is not one thing you could say for certain.
node-no_news =
    .wait = Don't phone yet; wait till it's all there, why make them happy for nothing
    .call = Phone all the same: whom you asked, where it's stuck, which day is next
    .call_anyway = Not promised, but phone: whom you asked, where it's stuck, which day
    .text = Message to all: “Your matter is proceeding according to law. Please be patient.”
    .pass_on = Qin Youtian happens to be in; ask him to tell the others, that'll do
node-eleven_days = Friday, 6 February, half past nine in the morning. Tomorrow is the day on the tickets.

# 6 February, one table

node-one_table = The same back room, the same long table. Five people come in and put their luggage down by their feet. At the far end sits one more: Shao Lin of First Construction, a stack of vouchers before him.
node-her_husband = The yard has let my husband go. Last week. And the first thing they said was the meal book. That came out of here. I regret it. I lie awake with regret.
    .feeling-1 = regret
node-her_loss =
    .who = How would you know it was from us? It might have been anyone's loose tongue, mightn't it?
    .own = It came from here. The regret ought to be mine. His job: I'll go to First Construction about it.
    .later = Let's talk about that afterwards. For once they're all here, so let's do the sums, shall we?
    .report = I let it slip, I own it. But sacking him is retaliation, Article 18, and I'm reporting it.
node-bank_door = Three days. Three days I stood outside the bank, and every hour my mates asked me. You said the words and I lost the face. Mine's been trodden into the dirt.
    .feeling-1 = trodden into the dirt
node-own_up =
    .slow = Banks are slow at the end of the year, who could have known. You'll have to make allowances.
    .big = “Three days” was too big a word, I've no such power. Trodden into the dirt, on my account.
    .again = Trust me once more. Before the tenth, to the last cent, and this time I stake my job on it.
    .bow = Get up, argue nothing, bow your head to the five round the table, one after the other
node-no_ring = Thursday, you said. I held the phone all afternoon. It didn't ring. They asked me and I said, bad line. I even lied for you. I felt like a fool.
    .feeling-1 = like a fool
    .variant-1 = Two thousand each: I went from man to man with the good news. To this day, not a cent. They don't curse you, they curse me. I felt like a fool.
    .feeling-2 = like a fool
    .variant-2 = Dachuan went to ask every day, and they say there's no paper of his. “I'll get it approved”: your words. He believed it. So did I. I felt like a fool.
    .feeling-3 = like a fool
    .variant-3 = First Construction, the inspection, us, one table, you said. Shao Lin got a call last night; the inspection hasn't so much as a number. We came with our tickets in our hands. I felt like a fool.
    .feeling-4 = like a fool
node-own_word =
    .forward = What's past is past. Everyone's here, there's bound to be good news today. Let's look ahead.
    .own = I said it and I didn't do it. You were left standing like a fool, and that's my fault.
    .busy = The end of the year, one thing on top of another, I lost track. Do bear with me a little.
    .undone = Turn to that line in the register and write, under his eyes, two words: not done
node-here_again = We've come. The others out there kept quiet all these days. The day you said is the day we came. Your word, does it still count?
    .variant-1 = We've come. Nobody asked us to; tomorrow we're on the train. What you said that time, does it still count?
node-still_good =
    .yes = It counts. What I noted then, I read out line by line: what's been done and what hasn't.
    .sure = Why wouldn't it? Don't you fret about that, today everybody goes home content.
    .depends = Mine counts, but in the end it's what First Construction says, and there I'm helpless.
    .folder = Slide the register over, open at that day's page; fill up his cup again
node-vouchers = Speaking in terms of procedure, we paid the wages over to the labour firm in November, the vouchers are here. Your man is Pang Sanxi. You've come to the wrong door.
node-who_pays = (brings his hand down on the vouchers) Giving it to Pang Sanxi, that's giving it to us, is it? Comrade, you say: who has to pay?
node-who_must =
    .both = He has vouchers, you have no contracts, there's something in both. Give way a bit, each of you.
    .thirty = Article 30: the contractor pays first. Mr Shao, what you gave the labour firm, ask them for.
    .ours = Today I take your side: until First Construction pays up, he doesn't leave this room!
    .account = Into whose account? The wage account, the workers' signatures: lay them out, one by one.
    .suit = Paid or not is a contract dispute between two firms. That's for a court, not for here.
node-no_file = (leans back) I asked around. The inspection hasn't even opened a case. So what's this, a chat?
node-late_file =
    .same = Case or no case, what's the difference? We're all sitting here now, so let's just talk.
    .mine = I missed that; it gets opened today. You've brought the records, so let's begin with them.
    .their = Opening a case is up to the inspection. She didn't, and I can't help that, can I?
    .dial = Ring window three there and then: Xu Ning, please come, twenty-three people, open it now
node-struck = (draws out a sheet) Erzhu, Shunzi: nine days at the scanner, sixty on your list. One list, two false names. How should I believe the other twenty-one? (Ma Tiejun's head goes down)
node-struck_out =
    .bluff = Nine days, sixty days, it's not much money. Mr Shao, be generous, let it pass.
    .mine = I entered those two unchecked, blame me. Twenty-one by the scans; these two apart.
    .told = Ma Tiejun, I told you not to pad it and you wouldn't listen. Now see, you've held them all up.
    .advance = Under those names is 6,800 he paid himself. New list today, and that on its own line.
node-matches = (the phone face down, a finger running down the sheet) I'll read! October, twenty-three. November, twenty-three. December, twenty-three. The scans and the list: not one day out!
node-after_holiday = (closes the folder) The figures I accept. But the accounts are tight before New Year. The fourth of March, all in one go, I write you a guarantee. How's that?
    .variant-1 = (closes the folder) With a list like that, how? And the accounts are tight before New Year. The fourth of March, once it's been checked. I write you a guarantee. How's that?
node-sixteenth = By March we'll be scattered to the four winds. Whom will you pay? … Comrade, this paper: do we sign it or don't we?
node-the_terms =
    .sign = Pull the cap off the pen, put it in his hand, point to the line for the name
    .tenth = If you sign, pin it down: how much each, 10 February to their own cards, what if late.
    .try = Let both sides make allowances; before New Year if possible, and all at once if it can be done?
    .two = Mr Shao: seven tenths before, three after, with days. You five talk it over, would you want that?
    .above = It takes the head of the firm to agree, and Mr Shao's in a tight spot too. Don't be hard on him.
node-film_again = When it's signed, I'd like to film that bit. Four months nobody cared, because nobody saw. Can I?
node-film_it =
    .no = Shake your head, push his raised phone down and turn it over on the table
    .hands = Nobody saw: that rankles. Paper and hands, no faces, no card numbers; if all nod, film.
    .post = Film it! Put it on the net and make them famous. I've even got a headline for you.
    .copy = Who should see it most? A stamped copy each: send it home, and everyone can see.
node-lei_word = (folds the hospital's slip down to a small square) The fund paid three thousand two to the hospital the day before yesterday. She's got her medicine. The crane keys, I gave them to old Qin myself. … If I can't hold on again some time, can I come to you?
    .feeling-1 = can't hold on
    .variant-1 = (folds the hospital's slip down to a small square) No medicine yet; nobody's seen my papers. The crane keys I gave to old Qin too, I daren't carry them. … If I can't hold on again some time, can I come to you?
    .feeling-2 = can't hold on
node-lei_later =
    .fine = Smile, pat him on the back, give him a thumbs-up: he mustn't brood on it
    .line = Can't hold on, ring this number, at night too. On Monday I go and ask the social worker.
    .desk = Come by day if there's anything, take a number. Any of the windows will see to you.
    .slip = Write three lines: my number, the social worker's, Mr Qin's; hand it to him with both hands
node-if_not = (folds the paper, puts it into the pocket next to his skin, pats it) And if the day comes and there's nothing on the card?
node-if_not_paid =
    .dare = In black and white with a stamp on it, would he dare? Don't fret over nothing and go home to your New Year.
    .order = I check on the 11th. If not: an order by the inspection, Article 26, half to double on top.
    .then = Cross that bridge when it comes. With New Year here, why go frightening yourself?
    .writ = Take this paper to court and ask for a payment order. Window four will help you write it.
node-parcel = (brings a parcel in oiled paper out of her bag) Sesame crisps, I fried them. I wanted to give you some on Laba day and didn't dare. … I hope you don't mind.
    .variant-1 = (brings a parcel in oiled paper out of her bag) Sesame crisps, for them to eat on the way. … Take a couple, you've been on your feet all morning.
node-a_parcel =
    .taste = Take it with both hands, try a piece, and nod to her again and again
    .share = I take the thought, not the parcel. Eighteen out there had no breakfast: share it with them.
    .rules = No, no, please. We have rules here, you'll get me into trouble. Put it away, quick, put it away.
    .bag = Push it back with both hands, tie up her bag for her, walk her all the way to the door

# When it boils over

node-hall_boils = (chairs clatter over in the back rows) Enough's enough! No use talking to this one! Come on, we'll go and block First Construction's gate!
    .feeling-1 = Enough's enough
node-lei_boils = (shoves his chair back, it goes over) Talk, go on and talk! What I say in this room doesn't land anywhere! Enough's enough!
    .feeling-1 = Enough's enough
node-table_boils = (brings his fist down, the paper cups jump) I say one thing and you say ten, and not one of them lands! Enough's enough!
    .feeling-1 = Enough's enough
node-when_it_boils =
    .all = Yes, yes, whatever you say, I agree to it. Sit down first, cool down, cool down.
    .image = Mind how this looks, with all these people about. Being loud doesn't make you right.
    .again = “Enough's enough.” I heard that. My last answer missed the point; I'll say it again.
    .stand = Do not answer back, do not sit down; wait until the noise has sunk by itself
    .leave = With that attitude there's no talking today. Come again when you've cooled off.

# Endings

node-end_train = 10 February, three in the afternoon
    .text = They were on that train on the seventh. Qin Youtian took nine men to nine doors, with empty hands, but he could name the day. On 10 February, at three in the afternoon, nine phones went off in the village one after the other, and in one yard somebody let off a string of firecrackers. Tian Guilan's meal book is still inside her coat; nobody has seen it. On the cover of Xu Ning's file stands one word: closed.
node-end_seventy = Seven tenths, and a day
    .text = The larger part came before New Year: enough for debts, enough for the holiday, not enough to build on. For the rest there is a date. Ma Tiejun photographed the paper and made it the picture on his phone. He rang twice in the new year, once to ask whether the day still stood, and once to ask nothing; he only wanted to see, he said, whether the number still worked. It did.
node-end_sixteen = The fourth of March
    .text = On the fourth of March four people stood outside First Construction. Of the other nineteen some were in Xinjiang, some still at home, where the fare came to more than what could still be got. Shao Lin had moved to another project, and the guarantee did not say whom to ask once he was gone. Last time it was he who ran, said Ma Tiejun. This time it was us who scattered.
node-end_list = Two names
    .text = On account of two names the wages of twenty-one were checked all over again, for a month. They were all found true, and paid in the middle of March. Nobody blamed Ma Tiejun, and nobody asked him to speak any more. The six thousand eight hundred he had paid were not written on any paper, and in the end nobody mentioned them.
node-end_gate = The eight who left first
    .text = The eight who left first did not go back to their hut but to First Construction's gate. Two groups, two tales, and the firm told each of them: agree among yourselves first. The paper signed in the back room meant nothing to those outside. On New Year's Eve the gate was still blocked, with spring couplets pasted up on the inside, and on the outside as well, in Hou Xiaoman's hand, without the line across the top.
node-end_book = The stove is out
    .text = The money came later, Tian Guilan's too. Her husband's job did not come back. After New Year the site found another cook. Somebody asked whether she still had that meal book, and she said burnt, for kindling. And when they asked her to come along again and have things out, she waved it off: you go, I've no mouth.
node-end_crane = Forty-two metres
    .text = Before dawn on Saturday a man was sitting on the tower crane of Brocade Court, and under it stood the phones of half the town. It took six hours; it was Qin Youtian who climbed half way and called him down, sentence by sentence. Lei Dachuan sat in the ambulance in a quilt. Xu Ning asked him whether he had told anybody. In the back room, he said. Twice.
node-end_coach = Two coaches
    .text = At midnight two coaches stopped at the edge of the village, and each passenger was handed a crate of apples. On the third day twenty-three people got off at another station. This time they went to no petition hall and chose no representatives. The first thing Ma Tiejun said to the reporter was: never mind the money for now. What I want to ask is, who allowed them to cart us off?
node-end_walkout = Empty chairs
    .text = Nobody said any more. They put the chairs back one by one, straighter than they had found them, and left. Half a line is still on the whiteboard. Decent people, said the guard. At four in the afternoon the road outside First Construction was blocked for half a mile.
